// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.format;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The records of a file, one after the other. One thread at a time. */
public interface RecordSource extends AutoCloseable {

    /** The next record; empty at the end of the file. */
    Optional<Entry> next() throws IOException;

    /** The file's layout. */
    FileFormat format();

    /** What the file's header says of all its records, by column: the name of the batch. */
    default Map<String, String> common() {
        return Map.of();
    }

    /** Whether the file says that its keys are encrypted with a transport key. */
    default boolean keysAreEncrypted() {
        return false;
    }

    /** What the operator should know of the file, once it is read. */
    default List<String> notes() {
        return List.of();
    }

    @Override
    void close() throws IOException;
}
