// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.route;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jhss.api.error.Problem;
import org.jspecify.annotations.Nullable;

/** Checks a request's parameters against what its operation declares. */
public final class ParameterRules {

    private static final int MAX_DIGITS = 19;
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private ParameterRules() {}

    /** What is wrong, in the order of declaration; empty when nothing is. */
    public static List<Problem> check(
            Endpoint endpoint, List<String> pathValues, Query query, Function<String, @Nullable String> headers) {
        List<Problem> problems = new ArrayList<>(0);
        int variable = 0;
        for (var parameter : endpoint.parameters()) {
            var value = switch (parameter.in()) {
                case PATH -> Optional.of(pathValues.get(variable++));
                case QUERY -> query.first(parameter.name());
                case HEADER -> Optional.ofNullable(headers.apply(parameter.name()));
            };
            if (value.isEmpty()) {
                if (parameter.required()) {
                    problems.add(new Problem(parameter.name(), "required", "must be given"));
                }
            } else {
                check(parameter, value.get()).ifPresent(problems::add);
            }
        }
        return problems;
    }

    private static Optional<Problem> check(Parameter parameter, String value) {
        return switch (parameter.schema()) {
            case Schema.Whole whole -> whole(parameter.name(), whole, value);
            case Schema.Text text -> text(parameter.name(), text, value);
            case Schema.Choice choice
            when !choice.values().contains(value) ->
                problem(parameter.name(), "enum", "must be one of " + String.join(", ", choice.values()));
            case Schema.Flag _
            when !value.equals("true") && !value.equals("false") ->
                problem(parameter.name(), "type", "must be true or false");
            default -> Optional.empty();
        };
    }

    private static Optional<Problem> whole(String name, Schema.Whole rule, String value) {
        boolean signed = value.startsWith("-");
        int digits = signed ? value.length() - 1 : value.length();
        if (digits == 0 || digits > MAX_DIGITS || !isDigits(value, signed ? 1 : 0)) {
            return problem(name, "type", "must be a whole number");
        }
        try {
            long number = Long.parseLong(value);
            return number >= rule.min() && number <= rule.max()
                    ? Optional.empty()
                    : problem(name, "range", "must be from " + rule.min() + " to " + rule.max());
        } catch (NumberFormatException _) {
            return problem(name, "range", "must be from " + rule.min() + " to " + rule.max());
        }
    }

    private static boolean isDigits(String value, int from) {
        for (int i = from; i < value.length(); i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static Optional<Problem> text(String name, Schema.Text rule, String value) {
        if (value.length() > rule.maxLength()) {
            return problem(name, "maxLength", "must have at most " + rule.maxLength() + " characters");
        }
        if (!rule.pattern().isEmpty()
                && !PATTERNS.computeIfAbsent(rule.pattern(), Pattern::compile).matches(value)) {
            return problem(name, "pattern", "must match " + rule.pattern());
        }
        return Optional.empty();
    }

    private static Optional<Problem> problem(String name, String rule, String message) {
        return Optional.of(new Problem(name, rule, message));
    }
}
