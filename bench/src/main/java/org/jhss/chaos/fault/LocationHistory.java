// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.chaos.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jhss.load.plan.RequestEnd;

/** The Update-Locations of one subscriber, and which of them the database may show last. Thread-safe. */
final class LocationHistory {

    /** A request that nobody answered may still have been carried out, until its deadline and a little more. */
    private static final long IN_DOUBT_NANOS = Duration.ofSeconds(5).toNanos();

    private final List<RequestEnd> updates = new ArrayList<>();

    synchronized void add(RequestEnd update) {
        updates.add(update);
    }

    /** Whether any was acknowledged. */
    synchronized boolean isAcknowledged() {
        return updates.stream().anyMatch(LocationHistory::isAcknowledged);
    }

    /**
     * Whether the subscriber may be at {@code peer} now: an update of that peer took effect, or may have, and no other that was
     * acknowledged began after it had ended.
     */
    synchronized boolean mayBeAt(int peer) {
        return updates.stream()
                .filter(update -> update.peer() == peer && (isAcknowledged(update) || isInDoubt(update)))
                .anyMatch(update -> updates.stream()
                        .noneMatch(later -> isAcknowledged(later) && later.sentNanos() - latestEffect(update) > 0));
    }

    private static boolean isAcknowledged(RequestEnd update) {
        return update.fate() == RequestEnd.Fate.SUCCESS;
    }

    /** 3002 of the connection's owner, whose deadline passed, does not tell whether the work was done; nor does silence. */
    private static boolean isInDoubt(RequestEnd update) {
        return !isAcknowledged(update);
    }

    private static long latestEffect(RequestEnd update) {
        return isAcknowledged(update) ? update.endNanos() : update.sentNanos() + IN_DOUBT_NANOS;
    }
}
