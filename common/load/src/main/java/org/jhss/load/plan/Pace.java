// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.plan;

/** When requests are sent. */
public sealed interface Pace {

    /**
     * Closed loop: the next request leaves when an answer arrives. Latency is that of a server with so many patient clients.
     *
     * @param window requests outstanding at most, at least 1
     * @param perPeer whether the window is each peer's own rather than that of all together
     */
    record Window(int window, boolean perPeer) implements Pace {

        /** The largest window. */
        public static final int MAX = 1 << 20;

        /**
         * @throws IllegalArgumentException when the window is out of its range
         */
        public Window {
            if (window < 1 || window > MAX) {
                throw new IllegalArgumentException("a window is 1 to " + MAX + " requests");
            }
        }
    }

    /**
     * Open loop: requests leave by a constant schedule whatever the server does, and latency counts from the time that the
     * schedule gives, so that a stall is seen by all requests that it delays (coordinated omission).
     *
     * @param perSecond requests per second in total, above 0
     */
    record Rate(double perSecond) implements Pace {

        /**
         * @throws IllegalArgumentException when the rate is not a positive number
         */
        public Rate {
            if (!(perSecond > 0) || Double.isInfinite(perSecond)) {
                throw new IllegalArgumentException("a rate is above 0 requests per second");
            }
        }
    }
}
