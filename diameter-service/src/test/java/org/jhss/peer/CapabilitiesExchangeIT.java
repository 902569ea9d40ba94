// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.S13;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.Header;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.peer.harness.Engines;
import org.jhss.peer.harness.Messages;
import org.jhss.peer.harness.PeerFixture;
import org.jhss.peer.metrics.PeerMetrics.Drop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CapabilitiesExchangeIT {

    private static final int UNSERVED = 16_777_999;

    private static PeerFixture fixture;

    @BeforeAll
    static void start() {
        fixture = new PeerFixture();
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    @Test
    void ceaSaysWhoWeAreAndWhatWeServe() {
        try (var client = fixture.connect()) {
            var cea = client.exchange(Messages.cer("cea.example.org"));

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

    static Stream<Arguments> offers() {
        return Stream.of(
                offer("S6a in Vendor-Specific-Application-Id", 2001, w -> Messages.vendorApplication(w, 16_777_251)),
                offer("S13 alone", 2001, w -> Messages.vendorApplication(w, 16_777_252)),
                offer("S6a as Auth-Application-Id", 2001, w -> w.add(Base.AUTH_APPLICATION_ID, 16_777_251)),
                offer("S6a as Acct-Application-Id", 2001, w -> w.add(Base.ACCT_APPLICATION_ID, 16_777_251)),
                offer("relay at the top level", 2001, w -> w.add(Base.AUTH_APPLICATION_ID, -1)),
                offer("relay in the group", 2001, w -> Messages.vendorApplication(w, -1)),
                offer("S6a among others", 2001, w -> {
                    Messages.vendorApplication(w, UNSERVED);
                    Messages.vendorApplication(w, 16_777_251);
                }),
                offer("another application", 5010, w -> Messages.vendorApplication(w, UNSERVED)),
                offer("no application", 5010, w -> {}),
                offer("no in-band security needed", 2001, w -> {
                    Messages.vendorApplication(w, 16_777_251);
                    w.add(Base.INBAND_SECURITY_ID, 0).add(Base.INBAND_SECURITY_ID, 1);
                }),
                offer("in-band TLS insisted on", 5017, w -> {
                    Messages.vendorApplication(w, 16_777_251);
                    w.add(Base.INBAND_SECURITY_ID, 1);
                }));
    }

    private static Arguments offer(String what, int resultCode, Consumer<MessageWriter> offer) {
        return Arguments.of(what, resultCode, offer);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("offers")
    void capabilitiesAreNegotiated(String what, int resultCode, Consumer<MessageWriter> offer) {
        try (var client = fixture.connect()) {
            var cea = client.exchange(Messages.cer("offers-" + Integer.toHexString(what.hashCode()), offer));
            assertThat(Messages.resultCode(cea)).isEqualTo(resultCode);
            assertThat(cea.isError()).isFalse();
            if (resultCode != 2001) {
                assertThat(client.isClosedByOther()).isTrue();
            }
        }
    }

    @Test
    void missingAvpIsNamedInFailedAvp() {
        try (var client = fixture.connect()) {
            var cea = client.exchange(Messages.message(Header.REQUEST, Base.CER.code(), 0, 5, 6, writer -> {
                writer.add(Base.ORIGIN_REALM, Messages.REALM)
                        .add(Base.HOST_IP_ADDRESS, InetAddress.getLoopbackAddress())
                        .add(Base.VENDOR_ID, 0)
                        .add(Base.PRODUCT_NAME, "test");
                Messages.vendorApplication(writer, S6a.APPLICATION.id());
            }));
            assertThat(Messages.resultCode(cea)).isEqualTo(5005);
            assertThat(cea.find(Base.FAILED_AVP).has(Base.ORIGIN_HOST)).isTrue();
            assertThat(client.isClosedByOther()).isTrue();
        }
    }

    @Test
    void requestThatFollowsTheCerInOneSegmentIsAnswered() {
        try (var client = fixture.connect()) {
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

    @Test
    void cerThatIsRepeatedOnAnOpenConnectionIsAnsweredAgain() {
        try (var client = fixture.open("again.example.org")) {
            assertThat(Messages.resultCode(client.exchange(Messages.cer("again.example.org"))))
                    .isEqualTo(2001);
            assertThat(Messages.resultCode(client.exchange(Messages.air("again.example.org", 2, 3))))
                    .isEqualTo(2001);
        }
    }

    @Test
    void cerOfAnotherHostOnAnOpenConnectionIsRefusedAndTheConnectionClosed() {
        try (var client = fixture.open("one.example.org")) {
            assertThat(Messages.resultCode(client.exchange(Messages.cer("two.example.org"))))
                    .isEqualTo(3010);
            assertThat(client.isClosedByOther()).isTrue();
        }
    }

    @Test
    void whoeverClaimsToBeUsIsRefused() {
        try (var client = fixture.connect()) {
            assertThat(Messages.resultCode(client.exchange(Messages.cer("HSS01"))))
                    .isEqualTo(3010);
        }
    }

    @Test
    void requestBeforeTheCerClosesTheConnectionUnanswered() {
        double before = fixture.dropped(Drop.BEFORE_CAPABILITIES);
        try (var client = fixture.connect()) {
            client.send(Messages.air("early", 1, 1));
            assertThat(client.isClosedByOther()).isTrue();
        }
        assertThat(fixture.dropped(Drop.BEFORE_CAPABILITIES)).isEqualTo(before + 1);
    }

    @Test
    void silentConnectionIsClosedWhenNoCerComes() {
        try (var client = fixture.connect()) {
            assertThat(client.isClosedByOther()).isTrue();
        }
    }

    @Test
    void cerThatNeverEndsClosesTheConnection() {
        try (var client = fixture.connect()) {
            client.send(java.util.Arrays.copyOf(Messages.cer("loris"), 40));
            assertThat(client.isClosedByOther()).isTrue();
        }
    }

    @Test
    void octetsOfAnotherProtocolCloseTheConnection() {
        for (var garbage : List.of("GET / HTTP/1.1\r\nHost: hss01\r\n\r\n", "\u0016\u0003\u0001\u0002", "\n")) {
            try (var client = fixture.connect()) {
                client.send(garbage.getBytes(US_ASCII));
                assertThat(client.isClosedByOther()).isTrue();
            }
        }
    }

    @Test
    void fourMegabytesOfNonsenseBeforeTheCerAreNotRead() {
        try (var client = fixture.connect()) {
            byte[] claim = Messages.cer("big");
            claim[1] = 0x3F;
            var answer = client.exchange(claim);
            assertThat(Messages.resultCode(answer)).isEqualTo(5015);
            assertThat(client.isClosedByOther()).isTrue();
        }
    }

    @Test
    void peerThatIsNotListedIsAnswered3010() {
        var allowed = Engines.allowed("known.example.org", "s13");
        try (var closed = new PeerFixture(Engines.allowingOnly(Engines.settings(), allowed))) {
            try (var client = closed.connect()) {
                var cea = client.exchange(Messages.cer("stranger.example.org"));
                assertThat(Messages.resultCode(cea)).isEqualTo(3010);
                assertThat(cea.isError()).isTrue();
                assertThat(client.isClosedByOther()).isTrue();
            }
            try (var client = closed.connect()) {
                assertThat(Messages.resultCode(client.exchange(Messages.cer("known.example.org"))))
                        .as("S6a is not among what it may use")
                        .isEqualTo(5010);
            }
            try (var client = closed.connect()) {
                assertThat(Messages.resultCode(client.exchange(Messages.cer(
                                "KNOWN.example.org", w -> Messages.vendorApplication(w, S13.APPLICATION.id())))))
                        .isEqualTo(2001);
            }
        }
    }

    @Test
    void peersOverTheLimitAreAnswered3004AndLetInWhenThereIsRoom() {
        try (var few = new PeerFixture(Engines.withMaxPeers(Engines.settings(), 1))) {
            try (var first = few.open("first")) {
                try (var second = few.connect()) {
                    assertThat(Messages.resultCode(second.exchange(Messages.cer("second"))))
                            .isEqualTo(3004);
                    assertThat(second.isClosedByOther()).isTrue();
                }
                assertThat(Messages.resultCode(first.exchange(Messages.air("first", 3, 4))))
                        .isEqualTo(2001);
            }
            await().untilAsserted(() -> assertThat(few.engine().openPeers()).isZero());
            try (var again = few.connect()) {
                assertThat(Messages.resultCode(again.exchange(Messages.cer("first"))))
                        .isEqualTo(2001);
            }
        }
    }
}
