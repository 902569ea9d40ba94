// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.UUID;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.S13;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.peer.harness.EchoHss;
import org.jhss.peer.harness.Engines;
import org.jhss.peer.harness.Messages;
import org.jhss.peer.harness.RawClient;
import org.jhss.platform.bus.Bus;
import org.jhss.testkit.redis.RedisServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CapabilitiesExchangeIT {

    private Bus bus;
    private EchoHss hss;
    private PeerEngine engine;

    @BeforeEach
    void start() throws Exception {
        var redis = RedisServer.shared().settings();
        hss = new EchoHss(redis);
        bus = Bus.open(redis, "diameter-" + UUID.randomUUID(), new SimpleMeterRegistry());
        engine = PeerEngine.start(Engines.settings(), bus, new SimpleMeterRegistry());
    }

    @AfterEach
    void stop() {
        engine.close();
        bus.close();
        hss.close();
    }

    private RawClient connect() {
        return RawClient.connect(engine.listening().getFirst());
    }

    @Test
    void ceaSaysWhoWeAreAndWhatWeServe() {
        try (var client = connect()) {
            var cea = client.exchange(Messages.cer("mme01.example.org"));

            assertThat(cea.isRequest()).isFalse();
            assertThat(Messages.resultCode(cea)).isEqualTo(2001);
            assertThat(cea.hopByHop()).isEqualTo(1);
            assertThat(cea.text(Base.ORIGIN_HOST)).isEqualTo("hss01");
            assertThat(cea.text(Base.ORIGIN_REALM)).isEqualTo(Messages.REALM);
            assertThat(cea.find(Base.HOST_IP_ADDRESS).address()).contains(InetAddress.getLoopbackAddress());
            assertThat(cea.text(Base.PRODUCT_NAME)).isEqualTo("jHSS");
            assertThat(cea.unsigned32(Base.ORIGIN_STATE_ID, 0)).isEqualTo(4711);
            assertThat(cea.has(Base.FIRMWARE_REVISION)).isTrue();
            var vendors = new ArrayList<Long>();
            cea.all(Base.SUPPORTED_VENDOR_ID).forEach(avp -> vendors.add(avp.unsigned32()));
            assertThat(vendors).containsExactlyInAnyOrder(10415L, 13019L, 5535L);
            var top = new HashSet<Integer>();
            cea.all(Base.AUTH_APPLICATION_ID).forEach(avp -> top.add(avp.integer32()));
            var inGroups = new HashSet<Integer>();
            cea.all(Base.VENDOR_SPECIFIC_APPLICATION_ID)
                    .forEach(group -> inGroups.add(group.integer32(Base.AUTH_APPLICATION_ID, 0)));
            assertThat(top).contains(S6a.APPLICATION.id(), S13.APPLICATION.id());
            assertThat(inGroups).isEqualTo(top);
        }
    }

    @Test
    void requestThatFollowsTheCerInOneSegmentIsAnswered() {
        try (var client = connect()) {
            byte[] cer = Messages.cer("mme01");
            byte[] air = Messages.air("mme01", 77, 78);
            byte[] both = new byte[cer.length + air.length];
            System.arraycopy(cer, 0, both, 0, cer.length);
            System.arraycopy(air, 0, both, cer.length, air.length);
            client.send(both);

            assertThat(client.receive().commandCode()).isEqualTo(Base.CER.code());
            var answer = client.receive();
            assertThat(Messages.resultCode(answer)).isEqualTo(2001);
            assertThat(answer.hopByHop()).isEqualTo(77);
            assertThat(answer.endToEnd()).isEqualTo(78);
            assertThat(answer.text(Base.SESSION_ID)).isEqualTo("mme01;1;78");
        }
    }
}
