// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.plan;

/** Which subscriber the next request is about. */
public sealed interface SubscriberOrder {

    /** Any, with equal chances. */
    record Uniform() implements SubscriberOrder {}

    /** One after the other, and again from the first. */
    record RoundRobin() implements SubscriberOrder {}

    /**
     * A few subscribers get most of the requests.
     *
     * @param count how many these are, the first of the range, at least 1
     * @param share the part of the requests that they get, 0 to 1; the rest is spread over all
     */
    record Hot(int count, double share) implements SubscriberOrder {

        /**
         * @throws IllegalArgumentException when a value is out of its range
         */
        public Hot {
            if (count < 1 || !(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("a hot set has at least 1 subscriber and a share of 0 to 1");
            }
        }
    }
}
