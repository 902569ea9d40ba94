// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.change;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * What one node answered to one request, the last time it was sent.
 *
 * @param changeId the change that it was sent for
 * @param imsi the subscriber
 * @param node the node
 * @param command CLR, IDR or DSR
 * @param success whether the node did it
 * @param result a result code, or NO_PEER, TIMEOUT, DISCONNECTED, FAILED
 * @param code the Result-Code or Experimental-Result-Code, when there was an answer
 * @param vendor vendor of an Experimental-Result-Code, 0 for a Result-Code
 * @param attempt which attempt it was, from 1 on
 * @param at when the answer, or its absence, was known
 * @param duration from sending to that
 */
public record NodeResult(
        long changeId,
        String imsi,
        TargetNode node,
        String command,
        boolean success,
        String result,
        OptionalInt code,
        OptionalInt vendor,
        int attempt,
        Instant at,
        Duration duration) {}
