// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.place;

import java.util.ArrayList;
import java.util.List;

/**
 * Which rows, in which order.
 *
 * @param conditions all of them hold
 * @param order most significant first; the key is always the last criterion
 * @param offset rows to skip
 * @param limit most rows, at least 1
 */
public record RowQuery(List<Condition> conditions, List<Order> order, int offset, int limit) {

    /** One criterion of the order. */
    public record Order(String column, boolean descending) {

        /** A column's name, with a minus sign before it for the other way round. */
        public static Order parse(String text) {
            return text.startsWith("-") ? new Order(text.substring(1), true) : new Order(text, false);
        }
    }

    public RowQuery {
        conditions = List.copyOf(conditions);
        order = List.copyOf(order);
    }

    /** The first rows that meet {@code conditions}, by key. */
    public static RowQuery where(int limit, Condition... conditions) {
        return new RowQuery(List.of(conditions), List.of(), 0, limit);
    }

    /** The same with one more condition. */
    public RowQuery and(Condition condition) {
        var more = new ArrayList<>(conditions);
        more.add(condition);
        return new RowQuery(more, order, offset, limit);
    }

    /** The order in one text: columns parted by commas, a minus sign before those that fall. */
    String sort() {
        return String.join(
                ",",
                order.stream()
                        .map(one -> (one.descending() ? "-" : "") + one.column())
                        .toList());
    }

    /** Another part of the same rows. */
    public RowQuery page(int newOffset, int newLimit) {
        return new RowQuery(conditions, order, newOffset, newLimit);
    }
}
