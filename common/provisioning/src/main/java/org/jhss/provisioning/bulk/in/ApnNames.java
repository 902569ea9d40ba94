// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.in;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.store.database.Database;
import org.jhss.store.table.Selection;
import org.jhss.store.table.Tables;

/** The APNs of a database, which records name by id or by name. */
final class ApnNames {

    /** What a record's APN means. */
    sealed interface Found {
        /** Its row. */
        record Id(int id) implements Found {}

        /** Nothing, or nothing certain. */
        record Unknown(String rule, String message) implements Found {}
    }

    private static final Found.Unknown MISSING = new Found.Unknown("reference", "names an APN that does not exist");
    private static final Found.Unknown AMBIGUOUS =
            new Found.Unknown("reference", "names an APN that there are several of: give its id");

    private final Set<Integer> ids = new HashSet<>();
    private final Map<String, List<Integer>> byName = new HashMap<>();
    /** Few different texts come again and again. */
    private final Map<String, Found> known = new HashMap<>();

    private ApnNames() {}

    static ApnNames read(Database database) {
        var apns = new ApnNames();
        int name = ResourceType.APN.position("apn");
        for (var row : new Tables(database)
                .read(transaction -> transaction.select(ResourceType.APN.stored(), Selection.ALL))) {
            if (row[0] instanceof Integer id && row[name] instanceof String text) {
                apns.ids.add(id);
                apns.byName
                        .computeIfAbsent(text.toLowerCase(Locale.ROOT), it -> new ArrayList<>())
                        .add(id);
            }
        }
        return apns;
    }

    /** The APN that {@code text} names or numbers. */
    Found find(String text) {
        return known.computeIfAbsent(text.strip(), this::look);
    }

    private Found look(String text) {
        var number = number(text);
        if (number.isPresent()) {
            return ids.contains(number.get()) ? new Found.Id(number.get()) : MISSING;
        }
        var named = byName.getOrDefault(text.toLowerCase(Locale.ROOT), List.of());
        return switch (named.size()) {
            case 0 -> MISSING;
            case 1 -> new Found.Id(named.getFirst());
            default -> AMBIGUOUS;
        };
    }

    private static Optional<Integer> number(String text) {
        try {
            return Optional.of(Integer.parseInt(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
