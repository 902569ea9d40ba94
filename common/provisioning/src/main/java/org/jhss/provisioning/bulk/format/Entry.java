// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record of a file, as the file spells it. */
public sealed interface Entry {

    /** The value that stands for an explicit NULL. */
    String NULL = "\\N";

    /** Its place among the records, from 1. */
    long number();

    /** The line that it begins in, from 1. */
    long line();

    /**
     * A record in the file's own terms.
     *
     * @param names of its values; the same list for all records of a file that has a header
     * @param values one for each name: null when the record says nothing of it, {@link #NULL} when it says NULL
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
    record Raw(
            long number,
            long line,
            List<String> names,
            @Nullable String[] values) implements Entry {

        @Override
        public String toString() {
            return "Raw[record " + number + ", line " + line + ", redacted]";
        }
    }

    /**
     * What is no record.
     *
     * @param problem what is wrong with it; holds no values
     */
    record Malformed(long number, long line, String problem) implements Entry {}
}
