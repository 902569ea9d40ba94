// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.outbound;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.jhss.diameter.dictionary.CommandDefinition;

/** What is counted of the requests that we originate. Thread-safe. */
public final class OutboundMeters {

    private final MeterRegistry registry;
    private final Timer time;

    public OutboundMeters(MeterRegistry registry) {
        this.registry = registry;
        this.time = Timer.builder("jhss_hss_originated_time")
                .description("From a request of ours being sent to its result")
                .register(registry);
    }

    void count(CommandDefinition command, String result, long millis) {
        Counter.builder("jhss_hss_originated")
                .description("Requests of ours by result")
                .tag("diameter_application_id", Integer.toUnsignedString(command.applicationId()))
                .tag("diameter_cmd_code", Integer.toString(command.code()))
                .tag("result", result)
                .register(registry)
                .increment();
        time.record(Math.max(0, millis), TimeUnit.MILLISECONDS);
    }
}
