// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.outbound;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.jhss.diameter.dictionary.CommandDefinition;
import org.jhss.diameter.message.ExperimentalResultCode;
import org.jhss.diameter.message.ResultCode;

/** What is counted of the requests that we originate. Thread-safe. */
public final class OutboundMeters {

    /** Stands for result codes that no specification knows: a peer may send any, and each label is kept for good. */
    private static final String OTHER = "other";

    private final MeterRegistry registry;
    private final Timer time;

    public OutboundMeters(MeterRegistry registry) {
        this.registry = registry;
        this.time = Timer.builder("jhss_hss_originated_time")
                .description("From a request of ours being sent to its result")
                .register(registry);
    }

    void count(CommandDefinition command, OutboundResult result, long millis) {
        Counter.builder("jhss_hss_originated")
                .description("Requests of ours by result")
                .tag("diameter_application_id", Integer.toUnsignedString(command.applicationId()))
                .tag("diameter_cmd_code", Integer.toString(command.code()))
                .tag("result", label(result))
                .register(registry)
                .increment();
        time.record(Math.max(0, millis), TimeUnit.MILLISECONDS);
    }

    private static String label(OutboundResult result) {
        if (!(result instanceof OutboundResult.Answer answer)) {
            return result.text();
        }
        boolean known = answer.vendorId() == 0
                ? ResultCode.of(answer.code()).isPresent()
                : ExperimentalResultCode.of(answer.code()).isPresent();
        return known ? result.text() : OTHER;
    }
}
