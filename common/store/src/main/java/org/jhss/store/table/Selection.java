// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.table;

import java.util.List;

/**
 * Which rows, in which order. The key is always the last criterion of the order, so that pages neither overlap nor leave gaps.
 *
 * @param filters all of them hold
 * @param order most significant first
 * @param offset rows to skip
 * @param limit most rows; 0 for all
 */
public record Selection(List<Filter> filters, List<Order> order, int offset, int limit) {

    /** One criterion of the order. */
    public record Order(int column, boolean descending) {}

    /** All rows by key. */
    public static final Selection ALL = new Selection(List.of(), List.of(), 0, 0);

    /**
     * @throws IllegalArgumentException when offset or limit are negative
     */
    public Selection {
        filters = List.copyOf(filters);
        order = List.copyOf(order);
        if (offset < 0 || limit < 0) {
            throw new IllegalArgumentException("offset and limit are not negative");
        }
    }

    /** The rows that meet {@code filters}, by key. */
    public static Selection where(Filter... filters) {
        return new Selection(List.of(filters), List.of(), 0, 0);
    }

    /** Part of the same rows. */
    public Selection page(int newOffset, int newLimit) {
        return new Selection(filters, order, newOffset, newLimit);
    }
}
