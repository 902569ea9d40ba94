// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.plan;

import org.jhss.identity.Imsi;

/**
 * Subscribers whose IMSIs follow one another.
 *
 * @param first the lowest IMSI
 * @param count how many, at least 1
 * @param order which of them is next
 */
public record SubscriberRange(Imsi first, int count, SubscriberOrder order) {

    /**
     * @throws IllegalArgumentException when there are none, or too many for the digits of the first IMSI
     */
    public SubscriberRange {
        if (count < 1) {
            throw new IllegalArgumentException("there is at least 1 subscriber");
        }
        long last = Long.parseLong(first.value()) + count - 1;
        if (Long.toString(last).length() > first.value().length()) {
            throw new IllegalArgumentException(count + " subscribers from " + first + " on need more digits");
        }
        if (order instanceof SubscriberOrder.Hot hot && hot.count() > count) {
            throw new IllegalArgumentException("the hot set is larger than the range");
        }
    }

    /** The IMSI at {@code index}, 0 to count-1. */
    public Imsi at(int index) {
        var digits = Long.toString(Long.parseLong(first.value()) + index);
        return new Imsi("0".repeat(first.value().length() - digits.length()) + digits);
    }
}
