// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.table;

import java.util.List;

/**
 * A condition on one column. Rows whose column is NULL meet none but {@link Comparison#IS_NULL}.
 *
 * @param column position in the table
 * @param values what to compare with: one, for {@link Comparison#IN} one or more, for the tests of NULL none
 */
public record Filter(int column, Comparison comparison, List<Object> values) {

    /** Most values of {@link Comparison#IN}. */
    public static final int MOST_VALUES = 500;

    /** How to compare. */
    public enum Comparison {
        EQUAL,
        NOT_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        /** The text begins so; case counts as the database's comparisons have it. */
        PREFIX,
        /** The text has this within, case ignored. */
        CONTAINS,
        /** One of a comma list's members, blanks ignored. */
        LISTS,
        IN,
        IS_NULL,
        NOT_NULL
    }

    /**
     * @throws IllegalArgumentException when the number of values does not fit, or is above 500
     */
    public Filter {
        values = List.copyOf(values);
        boolean fits = switch (comparison) {
            case IS_NULL, NOT_NULL -> values.isEmpty();
            case IN -> !values.isEmpty() && values.size() <= MOST_VALUES;
            default -> values.size() == 1;
        };
        if (!fits) {
            throw new IllegalArgumentException(comparison + " with " + values.size() + " values");
        }
    }

    /** The column has that value. */
    public static Filter equal(int column, Object value) {
        return new Filter(column, Comparison.EQUAL, List.of(value));
    }
}
