// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.DiameterBuffer;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.diameter.message.ResultCode;
import org.junit.jupiter.api.Test;

class OutboundMetersTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final OutboundMeters meters = new OutboundMeters(registry);

    @Test
    void results_are_counted_by_their_code() {
        meters.count(S6a.CLR, answer(0, ResultCode.SUCCESS.value()), 1);
        meters.count(S6a.CLR, new OutboundResult.Timeout(), 1);

        assertThat(labels()).containsExactlyInAnyOrder("2001", "TIMEOUT");
    }

    @Test
    void a_peer_that_makes_up_codes_makes_no_counters() {
        for (int code = 70_000; code < 70_100; code++) {
            meters.count(S6a.CLR, answer(0, code), 1);
            meters.count(S6a.CLR, answer(code, code), 1);
        }

        assertThat(labels()).containsExactly("other");
        assertThat(registry.find("jhss_hss_originated").counters())
                .extracting(Counter::count)
                .containsExactly(200.0);
    }

    private Iterable<String> labels() {
        return registry.find("jhss_hss_originated").counters().stream()
                .map(counter -> String.valueOf(counter.getId().getTag("result")))
                .toList();
    }

    private static OutboundResult answer(int vendor, int code) {
        var buffer = new DiameterBuffer();
        var writer = new MessageWriter(buffer);
        writer.startRequest(S6a.CLR, 1, 1);
        return new OutboundResult.Answer(vendor, code, (Message) Message.parse(buffer.copy(0, writer.finish())));
    }
}
