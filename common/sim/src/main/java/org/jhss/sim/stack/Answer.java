// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.sim.stack;

import java.time.Duration;

/**
 * The answer to a request that a simulated peer sent.
 *
 * @param outcome its result
 * @param error whether the E bit is set
 * @param avps its AVPs as jDiameter decodes them
 * @param sent the request on the wire
 * @param received the answer on the wire
 */
public record Answer(Outcome outcome, boolean error, Avps avps, WireFrame sent, WireFrame received) {

    /** Time between the two crossing the socket. */
    public Duration took() {
        return Duration.between(sent.at(), received.at());
    }
}
