// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.rule;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A condition on the value of a column, not asked for NULL.
 *
 * @param name short and stable, for programs: {@code imsi}, {@code range}
 * @param requirement what the value must be, to follow the words "must be"
 * @param severity whether a breach refuses the value
 * @param hint what a machine can know of it
 * @param dependsOn other columns that the check looks at
 */
public record Rule(String name, String requirement, Severity severity, Hint hint, Set<String> dependsOn, Check check) {

    /** What a breach means. */
    public enum Severity {
        /** The value is refused. */
        ERROR,
        /** The value is stored, and the breach reported beside the result. */
        WARNING
    }

    /** The test itself. */
    @FunctionalInterface
    public interface Check {
        /** Whether {@code value} is right in a row with these {@code others}. */
        boolean holds(Object value, Context others);
    }

    /** The other values of the row. */
    @FunctionalInterface
    public interface Context {
        @Nullable
        Object get(String column);
    }

    /** A rule on texts. */
    public static Rule text(String name, String requirement, Predicate<String> check) {
        return new Rule(
                name,
                requirement,
                Severity.ERROR,
                Hint.NONE,
                Set.of(),
                (value, others) -> value instanceof String text && check.test(text));
    }

    /** The same rule, said to machines as a regular expression too. */
    public Rule pattern(String regex) {
        return new Rule(name, requirement, severity, Hint.pattern(regex), dependsOn, check);
    }

    /** The same rule, not asked for the empty text, with which PyHSS's clients say "none". */
    public Rule orEmpty() {
        return new Rule(
                name,
                requirement + ", or empty",
                severity,
                hint.orEmpty(),
                dependsOn,
                (value, others) -> "".equals(value) || check.holds(value, others));
    }

    /** The same rule, not asked for {@code string}, which Swagger UI puts where nobody has written anything. */
    public Rule orPlaceholder() {
        return new Rule(
                name,
                requirement,
                severity,
                hint,
                dependsOn,
                (value, others) -> "string".equals(value) || check.holds(value, others));
    }

    /** The same rule, whose breach is only reported. */
    public Rule advised() {
        return new Rule(name, requirement, Severity.WARNING, hint, dependsOn, check);
    }

    /** What is wrong with {@code value}, or empty. Never quotes the value, which may be a secret. */
    public Optional<String> breach(Object value, Context others) {
        return check.holds(value, others)
                ? Optional.empty()
                : Optional.of((severity == Severity.ERROR ? "must be " : "should be ") + requirement);
    }
}
