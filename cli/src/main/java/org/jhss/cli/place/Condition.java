// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.place;

import java.util.Optional;

/**
 * A condition on one column.
 *
 * @param value what to compare with; "" for the tests of null
 */
public record Condition(String column, Operator operator, String value) {

    private static final String NULL = "null";

    /** How to compare; longer signs before those that they begin with. */
    public enum Operator {
        NOT_EQUAL("!=", "ne"),
        LESS_OR_EQUAL("<=", "le"),
        GREATER_OR_EQUAL(">=", "ge"),
        PREFIX("^=", "prefix"),
        CONTAINS("~=", "contains"),
        LISTS("@=", "has"),
        EQUAL("=", "eq"),
        LESS("<", "lt"),
        GREATER(">", "gt"),
        IS_NULL("=null", "null"),
        NOT_NULL("!=null", "null");

        private final String sign;
        private final String word;

        Operator(String sign, String word) {
            this.sign = sign;
            this.word = word;
        }

        /** As {@link org.jhss.provisioning.object.Query} and the REST interface call it. */
        public String word() {
            return word;
        }

        /** As it is written between column and value. */
        public String sign() {
            return sign;
        }
    }

    /** The column has that value. */
    public static Condition equal(String column, Object value) {
        return new Condition(column, Operator.EQUAL, value.toString());
    }

    /** What {@code text} says, such as {@code enabled=false} or {@code msisdn^=44}. */
    public static Optional<Condition> parse(String text) {
        int end = 0;
        while (end < text.length() && isName(text.charAt(end))) {
            end++;
        }
        var column = text.substring(0, end);
        for (var operator : Operator.values()) {
            if (end > 0 && text.startsWith(operator.sign(), end)) {
                return Optional.of(of(
                        column, operator, text.substring(end + operator.sign().length())));
            }
        }
        return Optional.empty();
    }

    private static Condition of(String column, Operator operator, String value) {
        if (value.equals(NULL) && operator == Operator.EQUAL) {
            return new Condition(column, Operator.IS_NULL, "");
        }
        if (value.equals(NULL) && operator == Operator.NOT_EQUAL) {
            return new Condition(column, Operator.NOT_NULL, "");
        }
        return new Condition(column, operator, value);
    }

    /** What goes with the operator's word. */
    String operand() {
        return switch (operator) {
            case IS_NULL -> "true";
            case NOT_NULL -> "false";
            default -> value;
        };
    }

    private static boolean isName(char c) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
