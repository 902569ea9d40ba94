// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.engine;

/** Decides when requests are sent. Used by one thread. */
interface Pacer {

    /** Sends the first ones. */
    void start();

    /** Answers have come over that link, or it can be written to again, or it has gone. */
    void drained(PeerLink link);

    /** Some time has passed. */
    void tick();

    /** Sends no more. */
    void stop();
}
