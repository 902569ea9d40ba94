// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.metrics;

import io.micrometer.core.instrument.Counter;
import io.netty.util.collection.LongObjectHashMap;

/** Counters by application and command, found without boxing. For one event loop; not thread-safe. */
public final class CommandCounters {

    /** Commands told apart; what comes after shares the last counter, since a peer can make up any number. */
    private static final int MOST = 256;

    private final PeerMetrics metrics;
    private final LongObjectHashMap<Counter> counters = new LongObjectHashMap<>();

    public CommandCounters(PeerMetrics metrics) {
        this.metrics = metrics;
    }

    /** Counts one request. */
    public void count(int applicationId, int commandCode) {
        long key = (long) applicationId << Integer.SIZE | commandCode;
        var counter = counters.get(key);
        if (counter == null) {
            counter = metrics.commandCounter(applicationId, commandCode);
            if (counters.size() < MOST) {
                counters.put(key, counter);
            }
        }
        counter.increment();
    }
}
