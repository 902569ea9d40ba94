// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.out;

import java.io.IOException;
import java.util.Map;
import org.jhss.provisioning.bulk.Part;
import org.jspecify.annotations.Nullable;

/** A layout of an export. */
sealed interface RecordWriter permits CsvRecords, JsonRecords {

    /** What comes before the first record. */
    void begin() throws IOException;

    /** A record with these rows. */
    void write(Map<Part, @Nullable Object[]> parts) throws IOException;
}
