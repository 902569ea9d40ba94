// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jhss.api.error.Failure;
import org.jhss.api.error.Kind;
import org.jhss.api.error.Problem;
import tools.jackson.databind.node.ObjectNode;

/** Reads the fields of a body; what is wrong is remembered and told all at once. One thread. */
public final class Fields {

    private final ObjectNode body;
    private final List<Problem> problems = new ArrayList<>();

    public Fields(ObjectNode body) {
        this.body = body;
    }

    /** A text, or a number as text; empty when it is absent, null or empty. */
    public Optional<String> text(String name) {
        var value = body.get(name);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString() && !value.isIntegralNumber()) {
            problem(name, "type", "must be a text");
            return Optional.empty();
        }
        return Optional.of(value.asString()).filter(text -> !text.isEmpty());
    }

    /** A text that must be there; "" when it is not. */
    public String requiredText(String name) {
        var text = text(name);
        if (text.isEmpty()
                && problems.stream().noneMatch(problem -> problem.field().equals(name))) {
            problem(name, "required", "must be given");
        }
        return text.orElse("");
    }

    /** A whole number from {@code least} to {@code most} that must be there; {@code least} when it is not. */
    public long requiredNumber(String name, long least, long most) {
        var value = body.get(name);
        if (value == null || value.isNull()) {
            problem(name, "required", "must be given");
            return least;
        }
        var number = number(value.asString(""));
        if (number.isEmpty()) {
            problem(name, "type", "must be a whole number");
            return least;
        }
        if (number.get() < least || number.get() > most) {
            problem(name, "range", "must be from " + least + " to " + most);
            return least;
        }
        return number.get();
    }

    /** Whether a flag is set; {@code otherwise} when it is not given. */
    public boolean flag(String name, boolean otherwise) {
        var value = body.get(name);
        if (value == null || value.isNull()) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            problem(name, "type", "must be true or false");
            return otherwise;
        }
        return value.booleanValue();
    }

    /** Remembers what is wrong. */
    public void problem(String field, String rule, String message) {
        problems.add(new Problem(field, rule, message));
    }

    /** All that is wrong; empty when nothing is. */
    public Optional<Failure> failure() {
        return problems.isEmpty() ? Optional.empty() : Optional.of(Failure.of(Kind.INVALID, problems));
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
