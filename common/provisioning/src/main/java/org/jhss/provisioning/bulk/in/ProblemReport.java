// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.in;

import java.io.IOException;
import java.util.List;

/** Where the problems of rejected records go. */
public interface ProblemReport extends AutoCloseable {

    /** Nowhere. */
    ProblemReport NONE = problems -> {};

    /** Adds some, lastingly: the transaction that skips their records is committed next. */
    void add(List<RecordProblem> problems) throws IOException;

    /** Drops what was last added: its transaction did not come about and will be done again. */
    default void takeBack() throws IOException {}

    /** Drops what a former attempt told of records after {@code position}, which will be looked at again. */
    default void resume(long position) throws IOException {}

    @Override
    default void close() throws IOException {}
}
