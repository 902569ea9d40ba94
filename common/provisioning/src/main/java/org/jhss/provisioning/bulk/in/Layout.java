// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.in;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jhss.provisioning.bulk.in.ColumnNames.Meaning;

/**
 * What the names of a record mean, found once for records with the same names.
 *
 * @param meanings one for each name
 */
record Layout(List<String> names, List<Meaning> meanings) {

    /** Names that nobody knows. */
    List<String> unknown() {
        var unknown = new ArrayList<String>();
        for (int i = 0; i < names.size(); i++) {
            if (meanings.get(i) instanceof Meaning.Unknown) {
                unknown.add(names.get(i));
            }
        }
        return unknown;
    }

    /** Names that are passed over. */
    List<String> unused() {
        var unused = new ArrayList<String>();
        for (int i = 0; i < names.size(); i++) {
            if (meanings.get(i) instanceof Meaning.Nothing) {
                unused.add(names.get(i));
            }
        }
        return unused;
    }

    /** Whether a name says that its values are encrypted. */
    boolean namesEncrypted() {
        return meanings.stream().anyMatch(meaning -> meaning instanceof Meaning.Columns(var _, var hidden) && hidden);
    }

    /** Layouts by names. */
    static final class Cache {

        private static final int MOST = 1_000;

        private final ColumnNames names;
        private final Map<List<String>, Layout> layouts = new HashMap<>();
        private Layout last = new Layout(List.of(), List.of());

        Cache(ColumnNames names) {
            this.names = names;
        }

        @SuppressWarnings("ReferenceEquality") // The list of a header is the same one for all records.
        Layout of(List<String> record) {
            if (record != last.names()) {
                if (layouts.size() > MOST) {
                    layouts.clear();
                }
                last = layouts.computeIfAbsent(record, this::make);
            }
            return last;
        }

        private Layout make(List<String> record) {
            return new Layout(record, record.stream().map(names::of).toList());
        }
    }
}
