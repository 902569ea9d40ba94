// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.schema;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import org.jhss.store.database.Timestamps;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * From JSON to the value of a column, as leniently as PyHSS's clients need it: numbers and booleans as text, 0 and 1 for booleans,
 * numbers where text is meant, arrays where comma lists are, the empty text for "none" where a number is meant.
 */
public final class Coercion {

    private static final String WRONG_TYPE = "type";
    private static final int LONGEST_NUMBER = 40;

    private Coercion() {}

    /** What became of a value. */
    public sealed interface Result {}

    /** The value to store. */
    public record Value(@Nullable Object value) implements Result {}

    /** The name of another object's row where its key belongs. */
    public record Name(String name) implements Result {}

    /** It cannot be stored. */
    public record Refused(String rule, String message) implements Result {}

    /** The value of {@code column} that {@code json} says. */
    public static Result coerce(Column column, JsonNode json) {
        if (json.isNull()) {
            return new Value(null);
        }
        return switch (column.type()) {
            case INTEGER, LONG -> number(column, json);
            case BOOLEAN -> bool(json);
            case TIMESTAMP -> moment(json);
            case STRING, TEXT -> text(column, json);
        };
    }

    private static Result number(Column column, JsonNode json) {
        if (json.isBoolean()) {
            return whole(column, json.booleanValue() ? BigDecimal.ONE : BigDecimal.ZERO);
        }
        if (json.isNumber()) {
            return whole(column, json.decimalValue());
        }
        if (!json.isString()) {
            return new Refused(WRONG_TYPE, "must be a whole number");
        }
        var text = json.stringValue().strip();
        if (text.isEmpty()) {
            return new Value(null);
        }
        var number = decimal(text);
        if (number.isPresent()) {
            return whole(column, number.get());
        }
        return column.reference().isPresent() ? new Name(text) : new Refused(WRONG_TYPE, "must be a whole number");
    }

    private static Result whole(Column column, BigDecimal number) {
        try {
            if (column.type() == ColumnType.LONG) {
                return new Value(number.longValueExact());
            }
            return new Value(number.intValueExact());
        } catch (ArithmeticException e) {
            return new Refused(
                    WRONG_TYPE,
                    column.type() == ColumnType.LONG
                            ? "must be a whole number of 64 bits"
                            : "must be a whole number of 32 bits");
        }
    }

    private static Optional<BigDecimal> decimal(String text) {
        try {
            return text.length() > LONGEST_NUMBER ? Optional.empty() : Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Result bool(JsonNode json) {
        if (json.isBoolean()) {
            return new Value(json.booleanValue());
        }
        var text = json.isNumber() || json.isString() ? json.asString().strip().toLowerCase(Locale.ROOT) : "?";
        return switch (text) {
            case "" -> new Value(null);
            case "1", "true" -> new Value(true);
            case "0", "false" -> new Value(false);
            default -> new Refused(WRONG_TYPE, "must be true or false");
        };
    }

    private static Result moment(JsonNode json) {
        var text = json.isString() ? json.stringValue().strip() : "?";
        if (text.isEmpty() || text.equals("None")) {
            return new Value(null);
        }
        var moment = parseMoment(text);
        return moment.isPresent()
                ? new Value(Timestamps.micros(moment.get()))
                : new Refused(WRONG_TYPE, "must be a time such as 2026-11-22T06:30:00Z");
    }

    private static Optional<Instant> parseMoment(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.replace(' ', 'T')).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.ofNullable(Timestamps.fromText(text));
        }
    }

    private static Result text(Column column, JsonNode json) {
        if (json.isArray()) {
            return list(column, json);
        }
        if (!json.isString() && !json.isNumber()) {
            return new Refused(WRONG_TYPE, "must be text");
        }
        var text = json.asString();
        int most = column.maxLength().orElse(Integer.MAX_VALUE);
        if (text.codePointCount(0, text.length()) > most) {
            return new Refused("length", "must have at most " + most + " characters");
        }
        // PostgreSQL refuses it in the middle of a transaction.
        return text.indexOf('\0') >= 0
                ? new Refused(WRONG_TYPE, "must be text without NUL characters")
                : new Value(text);
    }

    private static Result list(Column column, JsonNode json) {
        if (!isList(column)) {
            return new Refused(WRONG_TYPE, "must be text");
        }
        var members = new ArrayList<String>();
        for (var member : json) {
            if (!member.isString() && !member.isNumber()) {
                return new Refused(WRONG_TYPE, "must be a list of numbers or texts");
            }
            members.add(member.asString());
        }
        var text = String.join(",", members);
        return text.length() > column.maxLength().orElse(Integer.MAX_VALUE)
                ? new Refused("length", "is too long for its column")
                : new Value(text);
    }

    private static boolean isList(Column column) {
        return column.name().endsWith("_list") || column.name().endsWith("_codes");
    }
}
