// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.in;

import java.util.OptionalLong;
import org.jhss.store.bulk.ImportCounts;

/** Hears how an import goes, after each transaction, in the importing thread. */
@FunctionalInterface
public interface ImportListener {

    /** Who does not listen. */
    ImportListener NONE = progress -> {};

    /**
     * How far it is.
     *
     * @param counts all records so far, those of a former attempt included
     * @param octetsRead of the file
     * @param octets of the file, if that is known
     */
    record Progress(ImportCounts counts, long octetsRead, OptionalLong octets) {}

    /** Another transaction is done. */
    void progress(Progress progress);
}
