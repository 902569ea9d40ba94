// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.object;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jhss.cli.place.Answer;
import org.jhss.cli.place.Condition;
import org.jhss.cli.place.Listing;
import org.jhss.cli.place.RowQuery;
import org.jhss.cli.place.Target;
import org.jhss.provisioning.schema.ResourceType;
import tools.jackson.databind.node.ObjectNode;

/** Finds the one row that somebody means. */
final class Finder {

    /** A number of up to that many digits is an id; IMSIs, ICCIDs and most MSISDNs are longer. */
    private static final int LONGEST_ID = 9;

    private static final int SHOWN = 5;

    private final Target target;

    Finder(Target target) {
        this.target = target;
    }

    /**
     * The row: by id, by {@code column=value}, or by what such rows are known by.
     *
     * @return the row read, or a refusal that also tells when several are meant
     */
    Answer find(ResourceType type, String text) throws IOException {
        var condition = Condition.parse(text);
        if (condition.isPresent()) {
            return only(type, text, List.of(condition.get()));
        }
        if (isId(text)) {
            return target.read(type, Integer.parseInt(text));
        }
        var columns = NaturalKeys.of(type);
        if (columns.isEmpty()) {
            return new Answer.NotFound(
                    "a " + type.table() + " is named by its id, or as column=value; '" + text + "' is neither");
        }
        var plain = text.startsWith("+") ? text.substring(1) : text;
        return only(
                type,
                text,
                columns.stream()
                        .filter(column -> fits(type, column, plain))
                        .map(column -> Condition.equal(column, plain))
                        .toList());
    }

    /** A longer text than the column holds is in no row. */
    private static boolean fits(ResourceType type, String column, String text) {
        return type.column(column).orElseThrow().maxLength().orElse(Integer.MAX_VALUE) >= text.length();
    }

    /** The row that meets one of {@code conditions}, the first that any meets. */
    private Answer only(ResourceType type, String text, List<Condition> conditions) throws IOException {
        for (var condition : conditions) {
            switch (target.list(type, RowQuery.where(SHOWN, condition))) {
                case Listing.Refused(var refusal) -> {
                    return refusal;
                }
                case Listing.Rows(var rows, var total) -> {
                    if (total == 1) {
                        return Answer.Done.read(rows.getFirst());
                    }
                    if (total > 1) {
                        return new Answer.Conflict(total + " rows of " + type.table() + " have " + condition.column()
                                + " " + condition.value() + ": " + keys(type, rows, total) + "; name one by its id");
                    }
                }
            }
        }
        return new Answer.NotFound("there is no " + type.table() + " " + text);
    }

    private static String keys(ResourceType type, List<ObjectNode> rows, long total) {
        var keys = new ArrayList<String>();
        rows.forEach(row -> keys.add(Integer.toString(key(type, row))));
        return String.join(", ", keys) + (total > rows.size() ? ", ..." : "");
    }

    /** Id of a row. */
    static int key(ResourceType type, ObjectNode row) {
        return row.path(type.key().name()).asInt(0);
    }

    private static boolean isId(String text) {
        return !text.isEmpty() && text.length() <= LONGEST_ID && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The id that a name stands for in a column that refers to {@code type}, or why there is none. */
    Reference reference(ResourceType type, String name) throws IOException {
        if (isId(name)) {
            return new Reference(Optional.of(Integer.parseInt(name)), "");
        }
        return switch (find(type, name)) {
            case Answer.Done done -> new Reference(Optional.of(key(type, done.row())), "");
            case Answer.NotFound _ ->
                new Reference(Optional.empty(), "names " + type.table() + " '" + name + "', which does not exist");
            case Answer.Conflict conflict -> new Reference(Optional.empty(), conflict.message());
            case Answer.Invalid _ -> new Reference(Optional.empty(), "names no " + type.table());
        };
    }

    /**
     * What a name stands for.
     *
     * @param problem why there is no key
     */
    record Reference(Optional<Integer> key, String problem) {}
}
