// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.geored;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jhss.api.error.Problem;
import org.jhss.provisioning.rule.Rule;
import org.jhss.provisioning.schema.Coercion;
import org.jhss.provisioning.schema.Column;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.store.database.Timestamps;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A row that takes values of a push, with what is wrong with them. One thread. */
final class Change {

    /** PyHSS stores Python's None as text where a push leaves these out, and its clients have come to expect it. */
    private static final String NONE = "None";

    private final ObjectNode push;
    private final ResourceRow row;
    private final List<Problem> problems = new ArrayList<>();

    Change(ObjectNode push, ResourceRow row) {
        this.push = push;
        this.row = row;
    }

    ResourceRow row() {
        return row;
    }

    List<Problem> problems() {
        return problems;
    }

    /** Takes a field into the column of the same name; a field that is missing is NULL. */
    Change take(String field) {
        return take(field, field);
    }

    Change take(String field, String column) {
        return put(field, column, Optional.ofNullable(push.get(field)).orElseGet(JsonNodeFactory.instance::nullNode));
    }

    /** As {@link #take}, but leaves the column as it is when the field is empty. */
    Change takeUnlessEmpty(String field) {
        var value = push.get(field);
        return value == null || value.isNull() || value.asString("").isEmpty() ? this : put(field, field, value);
    }

    /** As {@link #take}, but stores the text None where there is nothing. */
    Change takeOrNone(String field) {
        var value = push.get(field);
        return put(field, field, value == null || value.isNull() ? JsonNodeFactory.instance.stringNode(NONE) : value);
    }

    /** Takes a moment, or {@code otherwise} where there is none. */
    Change takeMoment(String field, Instant otherwise) {
        take(field);
        int position = row.type().position(field);
        if (row.values()[position] == null) {
            row.values()[position] = Timestamps.micros(otherwise);
        }
        return this;
    }

    /** Empties columns. */
    Change clear(String... columns) {
        for (var column : columns) {
            set(column, null);
        }
        return this;
    }

    Change set(String column, @Nullable Object value) {
        row.values()[row.type().position(column)] = value;
        return this;
    }

    private Change put(String field, String name, JsonNode json) {
        var column = row.type().column(name).orElseThrow();
        switch (Coercion.coerce(column, json)) {
            case Coercion.Value(var value) -> {
                set(name, value);
                if (value != null) {
                    check(field, column, value);
                }
            }
            case Coercion.Name _ -> problems.add(new Problem(field, "type", "must be a whole number"));
            case Coercion.Refused(var rule, var message) -> problems.add(new Problem(field, rule, message));
        }
        return this;
    }

    private void check(String field, Column column, Object value) {
        for (var rule : column.rules()) {
            if (rule.severity() == Rule.Severity.ERROR) {
                rule.breach(value, row).ifPresent(message -> problems.add(new Problem(field, rule.name(), message)));
            }
        }
    }
}
