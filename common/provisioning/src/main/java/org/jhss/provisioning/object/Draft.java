// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.object;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jhss.provisioning.rule.Rule;
import org.jhss.provisioning.schema.Coercion;
import org.jhss.provisioning.schema.Column;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.store.secret.StoredKeys;
import org.jhss.store.table.Values;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A row as a client wants it, with what is wrong with it. */
final class Draft {

    private final @Nullable ResourceRow before;
    private final ResourceRow row;
    private final Map<Column, String> names = new LinkedHashMap<>();
    private final List<FieldProblem> problems = new ArrayList<>();
    private final List<FieldProblem> warnings = new ArrayList<>();

    private Draft(@Nullable ResourceRow before, ResourceRow row) {
        this.before = before;
        this.row = row;
    }

    /** A new row: what {@code input} does not name takes PyHSS's defaults, unknown names are problems. */
    static Draft create(ResourceType type, ObjectNode input) {
        var row = new ResourceRow(
                type, new @Nullable Object[type.stored().columns().size()]);
        for (var column : type.columns()) {
            row.values()[column.position()] = column.defaultValue().orElse(null);
        }
        var draft = new Draft(null, row);
        for (var name : input.propertyNames()) {
            if (type.column(name).isEmpty()) {
                draft.problem(name, "unknown", "is no field of " + type.table());
            }
        }
        draft.take(input);
        draft.check();
        return draft;
    }

    /** A changed row: only what {@code input} names changes, unknown names are passed over. */
    static Draft update(ResourceRow before, ObjectNode input) {
        var draft = new Draft(before, before.copy());
        draft.take(input);
        draft.check();
        return draft;
    }

    ResourceRow row() {
        return row;
    }

    /** Columns in which the key of another row is given by its name. */
    Map<Column, String> names() {
        return names;
    }

    /** The key for a name. */
    void resolve(Column column, int key) {
        row.values()[column.position()] = key;
    }

    void problem(String field, String rule, String message) {
        problems.add(new FieldProblem(field, rule, message));
    }

    void warning(String field, String rule, String message) {
        warnings.add(new FieldProblem(field, rule, message));
    }

    List<FieldProblem> problems() {
        return problems;
    }

    List<FieldProblem> warnings() {
        return warnings;
    }

    /** Whether anything differs from what is stored. */
    boolean isChanged() {
        var old = before;
        return old == null || row.type().columns().stream().anyMatch(column -> isChanged(column));
    }

    /** Whether {@code column} differs from what is stored. */
    boolean isChanged(Column column) {
        return before == null || !Values.equal(before.get(column), row.get(column));
    }

    private void take(ObjectNode input) {
        for (var field : input.properties()) {
            row.type()
                    .column(field.getKey())
                    .filter(column -> !column.isReadOnly())
                    .ifPresent(column -> {
                        if (column.isKey()) {
                            takeKey(column, field.getValue());
                        } else {
                            take(column, Plus.strip(column, field.getValue()));
                        }
                    });
        }
    }

    private void takeKey(Column column, JsonNode json) {
        switch (Coercion.coerce(column, json)) {
            // pyhss-gui sends 0 for "the next one", as MySQL reads it.
            case Coercion.Value(var key)
            when before == null -> row.values()[0] = Integer.valueOf(0).equals(key) ? null : key;
            case Coercion.Value(var key) when key == null || key.equals(before == null ? null : before.key()) -> {}
            case Coercion.Value _ -> problem(column.name(), "immutable", "cannot be changed");
            case Coercion.Name _ -> problem(column.name(), "type", "must be a whole number");
            case Coercion.Refused(var rule, var message) -> problem(column.name(), rule, message);
        }
    }

    private void take(Column column, JsonNode json) {
        switch (Coercion.coerce(column, json)) {
            case Coercion.Value(var value) -> {
                boolean unchangedKey = column.isSecret() && StoredKeys.ELSEWHERE.equals(value) && before != null;
                if (!unchangedKey) {
                    row.values()[column.position()] = "".equals(value) ? empty(column) : value;
                }
            }
            case Coercion.Name(var name) -> names.put(column, name);
            case Coercion.Refused(var rule, var message) -> problem(column.name(), rule, message);
        }
    }

    private static @Nullable Object empty(Column column) {
        // Two rows without a number of the card would be duplicates, if they said so with the empty text.
        return column.isUnique() ? null : column.emptyMeaning().orElse("");
    }

    private void check() {
        for (var column : row.type().columns()) {
            var value = row.get(column);
            if (names.containsKey(column) || isReported(column)) {
                continue;
            }
            if (value == null) {
                if (!column.isNullable() && !column.isKey() && isChanged(column)) {
                    problem(column.name(), "required", "is required");
                }
            } else {
                column.rules().forEach(rule -> check(column, rule, value));
            }
        }
    }

    /** What is stored already and is not touched passes, whatever PyHSS let in. */
    private void check(Column column, Rule rule, Object value) {
        boolean touched = isChanged(column)
                || rule.dependsOn().stream()
                        .map(name -> row.type().column(name))
                        .flatMap(Optional::stream)
                        .anyMatch(this::isChanged);
        if (touched) {
            rule.breach(value, row).ifPresent(message -> {
                if (rule.severity() == Rule.Severity.ERROR) {
                    problem(column.name(), rule.name(), message);
                } else {
                    warning(column.name(), rule.name(), message);
                }
            });
        }
    }

    private boolean isReported(Column column) {
        return problems.stream().anyMatch(problem -> problem.field().equals(column.name()));
    }
}
