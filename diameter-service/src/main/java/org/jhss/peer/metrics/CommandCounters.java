// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.metrics;

import io.micrometer.core.instrument.Counter;
import io.netty.util.collection.LongObjectHashMap;
import org.jhss.diameter.dictionary.CommandRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Counters by application and command, found without boxing. Commands that no table knows share one, so that a peer that makes numbers
 * up fills nothing. For one event loop; not thread-safe.
 */
public final class CommandCounters {

    private final PeerMetrics metrics;
    private final LongObjectHashMap<Counter> counters = new LongObjectHashMap<>();
    private @Nullable Counter unknown;

    public CommandCounters(PeerMetrics metrics) {
        this.metrics = metrics;
    }

    /** Counts one request. */
    public void count(int applicationId, int commandCode) {
        long key = (long) applicationId << Integer.SIZE | commandCode;
        var counter = counters.get(key);
        if (counter == null) {
            counter = find(key, applicationId, commandCode);
        }
        counter.increment();
    }

    private Counter find(long key, int applicationId, int commandCode) {
        if (CommandRegistry.standard().find(applicationId, commandCode).isPresent()) {
            var counter = metrics.commandCounter(applicationId, commandCode);
            counters.put(key, counter);
            return counter;
        }
        var shared = unknown;
        if (shared == null) {
            shared = metrics.commandCounter(applicationId, commandCode);
            unknown = shared;
        }
        return shared;
    }
}
