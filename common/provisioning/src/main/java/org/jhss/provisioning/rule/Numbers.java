// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.rule;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules on numbers. */
public final class Numbers {

    /** The largest value of PyHSS's INTEGER columns. */
    public static final long LARGEST_INTEGER = Integer.MAX_VALUE;

    private static final long MOST_SQN = (1L << 48) - 1;
    private static final int MOST_QCI = 255;
    private static final int LEAST_PRECEDENCE = 0;
    private static final long MOST_UNSIGNED = (1L << 32) - 1;

    /** An amount that a signed 32-bit column holds. */
    public static final Rule NOT_NEGATIVE = range(0, LARGEST_INTEGER);

    /** A row's key. */
    public static final Rule KEY = range(1, LARGEST_INTEGER);

    /** A mask of 32 bits. */
    public static final Rule MASK = range(0, MOST_UNSIGNED);

    /** TS 33.102 6.3.2: 48 bits. */
    public static final Rule SQN = range(0, MOST_SQN);

    /** TS 23.203 table 6.1.7: 1 to 9, 65 to 70 and more are standardized, 128 to 254 the operator's. */
    public static final Rule QCI = range(1, MOST_QCI);

    /** TS 29.212 5.3.46: 1 is the highest priority. */
    public static final Rule ARP_PRIORITY = range(1, 15);

    /** TS 29.212 5.3.11. */
    public static final Rule PRECEDENCE = range(LEAST_PRECEDENCE, LARGEST_INTEGER);

    private Numbers() {}

    /** From {@code minimum} to {@code maximum}, both included. */
    public static Rule range(long minimum, long maximum) {
        return new Rule(
                "range",
                minimum + " to " + maximum,
                Rule.Severity.ERROR,
                Hint.range(minimum, maximum),
                Set.of(),
                (value, others) -> value instanceof Number number
                        && number.longValue() >= minimum
                        && number.longValue() <= maximum);
    }

    /** One of some numbers with a meaning each; give them in an ordered map. */
    public static Rule oneOf(Map<Integer, String> values) {
        return new Rule(
                "enum",
                values.entrySet().stream()
                        .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                        .collect(Collectors.joining(", ")),
                Rule.Severity.ERROR,
                Hint.values(values),
                Set.of(),
                (value, others) -> value instanceof Number number && values.containsKey(number.intValue()));
    }
}
