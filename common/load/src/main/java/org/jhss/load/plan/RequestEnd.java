// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.plan;

/**
 * How one request ended.
 *
 * @param command the abbreviation, such as {@code ULR}
 * @param subscriber place in the range of subscribers
 * @param peer place among the peers
 * @param sentNanos when it was sent first
 * @param endNanos when it ended
 * @param fate what became of it
 * @param resultCode Result-Code or Experimental-Result-Code when it was answered, else 0
 */
public record RequestEnd(
        String command, int subscriber, int peer, long sentNanos, long endNanos, Fate fate, int resultCode) {

    /** What became of a request. */
    public enum Fate {
        /** Answered with a code of success. */
        SUCCESS,
        /** Answered with another code. */
        REFUSED,
        /** Not answered in time. */
        LOST,
        /** Its connection ended first. */
        ENDED
    }
}
