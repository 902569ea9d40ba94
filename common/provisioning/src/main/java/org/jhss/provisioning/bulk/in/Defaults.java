// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.in;

import java.util.List;
import java.util.Map;
import org.jhss.provisioning.bulk.in.ColumnNames.Meaning;

/**
 * What records that say nothing of a column take.
 *
 * @param values all of them
 */
record Defaults(List<Value> values) {

    /**
     * One of them.
     *
     * @param name as it was given
     */
    record Value(String name, Meaning meaning, String text) {

        @Override
        public String toString() {
            return "Value[" + name + ", redacted]";
        }
    }

    /**
     * Those of {@code texts}, by name.
     *
     * @throws IllegalArgumentException naming one that is no column
     */
    static Defaults of(Map<String, String> texts, ColumnNames names) {
        return new Defaults(texts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Value(entry.getKey(), meaning(entry.getKey(), names), entry.getValue()))
                .toList());
    }

    private static Meaning meaning(String name, ColumnNames names) {
        var meaning = names.of(name);
        if (meaning instanceof Meaning.Columns || meaning instanceof Meaning.Op) {
            return meaning;
        }
        throw new IllegalArgumentException("there is no column '" + name + "' to give a default");
    }
}
