// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.transport.sctp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.nio.sctp.SctpChannel;
import com.sun.nio.sctp.SctpServerChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The socket options that are set by the foreign-function API, read back from the kernel, which counts in ticks of 1 to 10 ms. */
class TimingInKernel {

    private static final SctpSettings.Timing TIMING = new SctpSettings.Timing(
            Duration.ofMillis(1_240), Duration.ofMillis(330), Duration.ofMillis(4_330), Duration.ofMillis(7_650), 3);

    private static void assertHas(KernelTiming kernel, java.nio.channels.Channel socket) throws Exception {
        assertThat(kernel.retransmission(socket))
                .isEqualTo(new KernelTiming.RetransmissionTimes(TIMING.rtoInitial(), TIMING.rtoMin(), TIMING.rtoMax()));
        assertThat(kernel.paths(socket))
                .isEqualTo(new KernelTiming.PathTimes(TIMING.heartbeat(), TIMING.pathMaxRetrans()));
    }

    @Test
    void listenerAndItsAssociationsAndOurOwnHaveTheConfiguredTimes() throws Exception {
        var kernel = KernelTiming.find().orElseThrow();
        try (var server = SctpServerChannel.open();
                var client = SctpChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            KernelTiming.apply(server, TIMING);
            KernelTiming.apply(client, TIMING);
            client.connect(server.getAllLocalAddresses().iterator().next());
            try (var accepted = server.accept()) {
                assertHas(kernel, server);
                assertHas(kernel, client);
                assertHas(kernel, accepted);
            }
        }
    }

    @Test
    void withoutItTheSystemsTimesStay() throws Exception {
        var kernel = KernelTiming.find().orElseThrow();
        try (var client = SctpChannel.open()) {
            assertThat(kernel.retransmission(client).initial()).isNotEqualTo(TIMING.rtoInitial());
        }
    }
}
