// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.LongAdder;

/** What is counted per adjacent peer. PyHSS exposes these counts as gauges, so they are gauges here. Thread-safe. */
public final class PeerMeters {

    private final LongAdder requests = new LongAdder();
    private final LongAdder responses = new LongAdder();

    PeerMeters(MeterRegistry registry, String host) {
        // The help texts are PyHSS's, one of them misspelt.
        Gauge.builder("prom_diam_request_count_host", requests, LongAdder::sum)
                .description("Number of Diameter Requests Recieved per Host")
                .tag(MeterNames.HOST, host)
                .strongReference(true)
                .register(registry);
        Gauge.builder("prom_diam_response_count_host", responses, LongAdder::sum)
                .description("Number of Diameter Responses Sent per Host")
                .tag(MeterNames.HOST, host)
                .strongReference(true)
                .register(registry);
    }

    /** A request came from the peer. */
    public void request() {
        requests.increment();
    }

    /** An answer is queued for the peer. */
    public void response() {
        responses.increment();
    }
}
