// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.plan;

import java.time.Duration;
import java.util.Optional;

/**
 * What is waited for and what is done when it does not come.
 *
 * @param requestTimeout after which an unanswered request is lost
 * @param deadline after which an answer is counted as late though it came; empty for none but the time-out
 * @param reconnect how to connect again; empty to leave a peer down once its connection ended
 * @param retransmit whether requests that were outstanding when a connection ended are sent again with the T bit over the next
 *     connection of the peer, rather than counted as ended
 * @param watchdog how often each peer sends DWR to measure how promptly DWA comes; empty for never
 * @param connectTimeout for connection and capabilities exchange
 * @param maxOutstanding a bound on the requests outstanding in open loop, at least 1; what is due beyond it waits
 */
public record LinkPolicy(
        Duration requestTimeout,
        Optional<Duration> deadline,
        Optional<Backoff> reconnect,
        boolean retransmit,
        Optional<Duration> watchdog,
        Duration connectTimeout,
        int maxOutstanding) {

    private static final Duration MAX_TIMEOUT = Duration.ofMinutes(10);

    /** A time-out of 10 s, reconnection, watchdogs each second. */
    public static final LinkPolicy DEFAULT = new LinkPolicy(
            Duration.ofSeconds(10),
            Optional.empty(),
            Optional.of(Backoff.QUICK),
            false,
            Optional.of(Duration.ofSeconds(1)),
            Duration.ofSeconds(5),
            100_000);

    /**
     * @throws IllegalArgumentException when a value is out of its range
     */
    public LinkPolicy {
        requirePositive("the request time-out", requestTimeout);
        requirePositive("the connection time-out", connectTimeout);
        deadline.ifPresent(value -> requirePositive("the deadline", value));
        watchdog.ifPresent(value -> requirePositive("the watchdog's interval", value));
        if (requestTimeout.compareTo(MAX_TIMEOUT) > 0) {
            throw new IllegalArgumentException("the request time-out is at most 10 minutes");
        }
        if (maxOutstanding < 1 || maxOutstanding > Pace.Window.MAX) {
            throw new IllegalArgumentException("1 to " + Pace.Window.MAX + " requests can be outstanding");
        }
    }

    private static void requirePositive(String what, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(what + " is above zero");
        }
    }
}
