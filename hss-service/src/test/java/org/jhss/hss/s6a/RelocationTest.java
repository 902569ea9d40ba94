// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.dictionary.S6t;
import org.jhss.diameter.message.DiameterBuffer;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.hss.outbound.OutboundRequest;
import org.jhss.hss.pipeline.DirectHss;
import org.jhss.hss.pipeline.TestPeer;
import org.jhss.identity.PeerHost;
import org.jhss.store.work.NodeType;
import org.jhss.store.work.ServingNode;
import org.jhss.testkit.diameter.DiameterRequests;
import org.jhss.testkit.fixture.SubscriberFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which nodes are told that a subscriber has left them, and how. */
class RelocationTest {

    private static final String CONFIG = """
            hss:
              OriginHost: hss01.epc.mnc099.mcc999.3gppnetwork.org
              OriginRealm: epc.mnc099.mcc999.3gppnetwork.org
              MCC: "999"
              MNC: "99"
            """;

    private static final String ALICE = "999990000000001";
    private static final int S6A_FLAG = 1 << 1;

    @TempDir
    Path directory;

    private TestSubscribers subscribers;
    private DirectHss hss;

    @BeforeEach
    void open() {
        subscribers = new TestSubscribers(directory);
        SubscriberFixture.subscriber(ALICE).store(subscribers.store());
        configure("");
    }

    @AfterEach
    void close() {
        subscribers.close();
    }

    private void configure(String more) {
        hss = new DirectHss(subscribers.store(), CONFIG + more.indent(2), new S6aModule());
    }

    @ParameterizedTest
    @CsvSource({
        // first registrations, then the one that moves; what is sent: host:type:flags
        "mme1, mme1, 2, ''",
        "mme1, MME1, 2, ''",
        "mme1, mme2, 2, mme1:0:1",
        "mme1, mme2, 34, mme1:0:1",
        "sgsn1, mme1, 2, ''",
        "sgsn1, mme1, 3, sgsn1:1:0",
        "sgsn1, mme1, 34, sgsn1:4:0",
        "sgsn1, mme1, 35, sgsn1:1:0",
        "mme1 sgsn1, mme2, 35, mme1:0:1 sgsn1:1:0",
        "sgsn1, sgsn2, 0, sgsn1:1:0",
        "mme1, sgsn1, 0, ''",
        "mme1, sgsn1, 1, ''",
        "mme1, sgsn1, 32, mme1:4:1",
        "mme1 sgsn1, sgsn2, 32, sgsn1:1:0 mme1:4:1",
        "node1s, node1, 3, ''",
        "node1s, node1, 34, ''"
    })
    void the_nodes_left_behind_are_told_by_type_and_flags(String before, String node, int flags, String told) {
        for (var registered : before.split(" ", -1)) {
            boolean sgsn = registered.startsWith("sgsn") || registered.endsWith("s");
            update(registered.equals("node1s") ? "node1" : registered, sgsn ? 0 : S6A_FLAG);
        }

        update(node, flags);

        assertThat(String.join(
                        " ",
                        hss.originated().stream().map(RelocationTest::summary).toList()))
                .isEqualTo(told);
    }

    @Test
    void what_ends_is_gone_and_what_stays_is_kept() {
        update("sgsn1", 0);
        update("mme1", S6A_FLAG);
        assertThat(hosts()).containsExactly("mme1", "sgsn1");

        update("mme2", S6A_FLAG | 1);
        assertThat(hosts()).containsExactly("mme2", "");
    }

    @Test
    void a_cancellation_goes_to_the_host_by_the_peer_that_it_registered_by() {
        update("mme1", S6A_FLAG);
        update("mme2", S6A_FLAG);

        var request = hss.originated().getFirst();
        assertThat(request.command()).isEqualTo(S6a.CLR);
        assertThat(request.destinationHost())
                .map(PeerHost::value)
                .hasValueSatisfying(host -> assertThat(host).startsWith("mme1."));
        assertThat(request.destinationRealm().value()).isEqualTo("epc.mnc099.mcc999.3gppnetwork.org");
        assertThat(request.via()).hasValue(new PeerHost(TestPeer.HOST));
        assertThat(body(request).text(Base.USER_NAME)).isEqualTo(ALICE);
    }

    @Test
    void nothing_is_sent_when_cancellation_is_off() {
        configure("CancelLocationRequest_Enabled: false");
        update("mme1", S6A_FLAG);
        update("mme2", S6A_FLAG);

        assertThat(hss.originated()).isEmpty();
    }

    @Test
    void the_old_mme_gets_pyhss_s_dsr_when_that_is_configured() {
        configure("""
                CancelLocationRequest_Enabled: false
                send_dsr_on_mme_change: true
                dsr_external_identifier: example
                """);
        update("mme1", S6A_FLAG);
        update("mme1", S6A_FLAG);
        update("mme2", S6A_FLAG);

        assertThat(hss.originated()).hasSize(1);
        var request = hss.originated().getFirst();
        assertThat(request.command()).isEqualTo(S6a.DSR);
        assertThat(body(request).text(S6t.EXTERNAL_IDENTIFIER)).isEqualTo("example");
        assertThat(body(request).has(S6a.DSR_FLAGS)).isTrue();
    }

    @Test
    void a_refused_update_moves_nobody() {
        update("mme1", S6A_FLAG);
        subscribers.execute("UPDATE subscriber SET enabled = 0");
        update("mme2", S6A_FLAG);

        assertThat(hss.originated()).isEmpty();
        assertThat(hosts().getFirst()).isEqualTo("mme1");
    }

    private void update(String node, int flags) {
        hss.ask(DiameterRequests.mme(node).ulr(ALICE).with(S6a.ULR_FLAGS, flags).octets());
    }

    private List<String> hosts() {
        return List.of(host(NodeType.MME), host(NodeType.SGSN));
    }

    private String host(NodeType type) {
        return subscribers
                .read(ALICE, state -> state.node(type))
                .map(ServingNode::address)
                .map(address -> address.host().substring(0, address.host().indexOf('.')))
                .orElse("");
    }

    private static String summary(OutboundRequest request) {
        var body = body(request);
        var host = request.destinationHost().orElseThrow().value();
        return host.substring(0, host.indexOf('.')) + ":" + body.enumerated(S6a.CANCELLATION_TYPE, -1) + ":"
                + body.integer32(S6a.CLR_FLAGS, -1);
    }

    private static Message body(OutboundRequest request) {
        var buffer = new DiameterBuffer();
        var writer = new MessageWriter(buffer);
        writer.startRequest(request.command(), 1, 1);
        request.body().accept(writer);
        return (Message) Message.parse(buffer.copy(0, writer.finish()));
    }
}
