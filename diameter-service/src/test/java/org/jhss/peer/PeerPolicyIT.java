// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.S13;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.Header;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.peer.harness.Engines;
import org.jhss.peer.harness.Messages;
import org.jhss.peer.harness.PeerFixture;
import org.jhss.platform.config.AddressRange;
import org.jhss.platform.config.AllowedPeerConfig;
import org.jhss.platform.config.CheckMode;
import org.jhss.platform.config.ChecksConfig;
import org.jhss.platform.config.NamePattern;
import org.jhss.platform.config.PeeringConfig;
import org.jhss.testkit.diameter.RawClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each check of peers and of their requests, in each of its modes. */
class PeerPolicyIT {

    private static final String MME = "mme01.example.org";

    private static ChecksConfig all(CheckMode mode) {
        var d = ChecksConfig.DEFAULT;
        return new ChecksConfig(
                mode, mode, mode, mode, mode, d.visitedPlmn(), d.relocation(), d.relocationWindow(), d.realmPlmns());
    }

    private static PeerFixture trusting(CheckMode mode) {
        return new PeerFixture(Engines.with(
                Engines.settings(), new PeeringConfig(List.of(), true, List.of(), false, false, all(mode))));
    }

    private static PeerFixture listing(CheckMode mode, AllowedPeerConfig... allowed) {
        return new PeerFixture(Engines.with(
                Engines.settings(), new PeeringConfig(List.of(), false, List.of(allowed), false, false, all(mode))));
    }

    private static AllowedPeerConfig line(
            String realm,
            String address,
            String certificate,
            Optional<AllowedPeerConfig.Rate> rate,
            Optional<Boolean> relay) {
        return new AllowedPeerConfig(
                NamePattern.parse("mme*.example.org").orElseThrow(),
                Optional.ofNullable(realm).flatMap(NamePattern::parse),
                Optional.ofNullable(address).flatMap(AddressRange::parse).stream()
                        .toList(),
                Optional.ofNullable(certificate).stream().toList(),
                List.of(),
                rate,
                relay);
    }

    private static long code(Message answer) {
        return Messages.resultCode(answer);
    }

    private static byte[] air(String originHost, Consumer<MessageWriter> more) {
        return Messages.air(Header.REQUEST | Header.PROXIABLE, originHost, 7, 8, more);
    }

    @ParameterizedTest
    @CsvSource({"ENFORCE, 3010, 1, 0", "LOG, 2001, 0, 1", "OFF, 2001, 0, 0"})
    void aPeerThatIsNotListed(CheckMode mode, long code, double refused, double logged) {
        try (var fixture = listing(mode, Engines.allowed("other.example.org"));
                var client = fixture.connect()) {
            assertThat(code(client.exchange(Messages.cer(MME)))).isEqualTo(code);
            assertThat(fixture.policy("peer", "refused")).isEqualTo(refused);
            assertThat(fixture.policy("peer", "logged")).isEqualTo(logged);
        }
    }

    @Test
    void trustingModeLetsAnybodyInAndCountsThem() {
        try (var fixture = trusting(CheckMode.ENFORCE);
                var client = fixture.open(MME)) {
            assertThat(code(client.exchange(air(MME, w -> {})))).isEqualTo(2001);
            assertThat(fixture.policy("peer", "trusted")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, -, 2001",
                "*.3gppnetwork.org, 127.0.0.0/8, -, 2001",
                "example.org, -, -, 3010",
                "-, 192.0.2.0/24, -, 3010",
                "-, -, mme01.example.org, 3010",
            })
    void aListedPeerMustBeAsItIsListed(String realm, String address, String certificate, long code) {
        try (var fixture = listing(
                        CheckMode.ENFORCE, line(realm, address, certificate, Optional.empty(), Optional.empty()));
                var client = fixture.connect()) {
            var cea = client.exchange(Messages.cer(MME));
            assertThat(code(cea)).isEqualTo(code);
            assertThat(cea.isError()).isEqualTo(code == 3010);
            if (code == 3010) {
                assertThat(client.isClosedByOther()).isTrue();
            }
        }
    }

    @Test
    void theFirstLineThatFitsDecidesExactNamesBeforePatterns() {
        try (var fixture = listing(
                        CheckMode.ENFORCE,
                        line(null, "192.0.2.0/24", null, Optional.empty(), Optional.empty()),
                        line(null, "127.0.0.0/8", null, Optional.empty(), Optional.empty()),
                        Engines.allowed("mme09.example.org", "s13"));
                var client = fixture.open(MME);
                var other = fixture.connect()) {
            assertThat(code(client.exchange(air(MME, w -> {})))).isEqualTo(2001);
            assertThat(code(other.exchange(Messages.cer("mme09.example.org")))).isEqualTo(5010);
        }
    }

    @ParameterizedTest
    @CsvSource({"ENFORCE, 3007, 0", "LOG, 2001, 1", "OFF, 2001, 0"})
    void anApplicationThatThePeerIsNotListedWith(CheckMode mode, long code, double logged) {
        try (var fixture = listing(mode, Engines.allowed(MME, "s13"));
                var client = RawClient.open(fixture.address(), Messages.cer(MME, w -> {
                    Messages.vendorApplication(w, S6a.APPLICATION.id());
                    Messages.vendorApplication(w, S13.APPLICATION.id());
                }))) {
            assertThat(code(client.exchange(air(MME, w -> {})))).isEqualTo(code);
            assertThat(fixture.policy("application", "logged")).isEqualTo(logged);
        }
    }

    @ParameterizedTest
    @CsvSource({"ENFORCE, 3004, 1, 0", "LOG, 2001, 0, 1", "OFF, 2001, 0, 0"})
    void moreRequestsThanAgreed(CheckMode mode, long code, double refused, double logged) {
        var rate = Optional.of(new AllowedPeerConfig.Rate(1, 2));
        try (var fixture = listing(mode, line(null, null, null, rate, Optional.empty()));
                var client = fixture.open(MME)) {
            // In one write, so that the bucket does not fill meanwhile.
            client.send(concat(Messages.air(MME, 1, 1), Messages.air(MME, 2, 2), Messages.air(MME, 3, 3)));
            var codes = new java.util.TreeMap<Integer, Long>();
            for (int i = 0; i < 3; i++) {
                var answer = client.receiveAnswer();
                codes.put(answer.hopByHop(), code(answer));
            }
            assertThat(codes).containsEntry(1, 2001L).containsEntry(2, 2001L).containsEntry(3, code);
            assertThat(fixture.policy("rate", "refused")).isEqualTo(refused);
            assertThat(fixture.policy("rate", "logged")).isEqualTo(logged);
        }
    }

    private static byte[] concat(byte[]... messages) {
        var out = new java.io.ByteArrayOutputStream();
        for (var message : messages) {
            out.writeBytes(message);
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({"ENFORCE, 5004, 1, 0", "LOG, 2001, 0, 1", "OFF, 2001, 0, 0"})
    void aRequestInAnotherNodesName(CheckMode mode, long code, double refused, double logged) {
        try (var fixture = trusting(mode);
                var client = fixture.open(MME)) {
            var answer = client.exchange(air("victim.example.org", w -> {}));
            assertThat(code(answer)).isEqualTo(code);
            if (mode == CheckMode.ENFORCE) {
                assertThat(answer.isError()).as("5xxx is no protocol error").isFalse();
                assertThat(answer.text(Base.ERROR_MESSAGE)).contains("Origin-Host");
                assertThat(answer.find(Base.FAILED_AVP).text(Base.ORIGIN_HOST)).isEqualTo("victim.example.org");
            }
            assertThat(fixture.policy("origin", "refused")).isEqualTo(refused);
            assertThat(fixture.policy("origin", "logged")).isEqualTo(logged);
            assertThat(code(client.exchange(air(MME.toUpperCase(java.util.Locale.ROOT), w -> {}))))
                    .as("names have no case")
                    .isEqualTo(2001);
        }
    }

    @Test
    void aRequestOfAnotherRealmIsRefusedToo() {
        try (var fixture = trusting(CheckMode.ENFORCE);
                var client = fixture.open(MME)) {
            var request = Messages.message(
                    Header.REQUEST | Header.PROXIABLE,
                    S6a.AIR.code(),
                    S6a.APPLICATION.id(),
                    1,
                    1,
                    w -> w.add(Base.SESSION_ID, "a;1;1")
                            .add(Base.ORIGIN_HOST, MME)
                            .add(Base.ORIGIN_REALM, "evil.example.net")
                            .add(Base.DESTINATION_REALM, Messages.REALM));
            var answer = client.exchange(request);
            assertThat(code(answer)).isEqualTo(5004);
            assertThat(answer.find(Base.FAILED_AVP).text(Base.ORIGIN_REALM)).isEqualTo("evil.example.net");
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // relay, advertises to relay, Route-Record, answer
                "-, true, -, 2001",
                "-, false, mme77.example.org, 2001",
                "-, false, somebody.example.org, 5004",
                "-, false, -, 5004",
                "true, false, -, 2001",
                "false, true, mme77.example.org, 5004",
            })
    void whoMayForwardRequestsOfOthers(Boolean relay, boolean advertises, String routeRecord, long code) {
        try (var fixture = listing(
                        CheckMode.ENFORCE, line(null, null, null, Optional.empty(), Optional.ofNullable(relay)));
                var client = RawClient.open(
                        fixture.address(),
                        Messages.cer(
                                MME,
                                w -> w.add(
                                        Base.AUTH_APPLICATION_ID,
                                        advertises ? Base.RELAY.id() : S6a.APPLICATION.id())))) {
            var answer = client.exchange(air("mme77.example.org", w -> {
                if (routeRecord != null) {
                    w.add(Base.ROUTE_RECORD, routeRecord);
                }
            }));
            assertThat(code(answer)).isEqualTo(code);
        }
    }

    @ParameterizedTest
    @CsvSource({"ENFORCE, 3005, 1, 0", "LOG, 2001, 0, 1", "OFF, 2001, 0, 0"})
    void aRequestThatWasHereBefore(CheckMode mode, long code, double refused, double logged) {
        try (var fixture = trusting(mode);
                var client = fixture.open(MME)) {
            var answer = client.exchange(
                    air(MME, w -> w.add(Base.ROUTE_RECORD, "dra.example.org").add(Base.ROUTE_RECORD, "HSS01")));
            assertThat(code(answer)).isEqualTo(code);
            assertThat(answer.isError()).isEqualTo(mode == CheckMode.ENFORCE);
            assertThat(fixture.policy("loop", "refused")).isEqualTo(refused);
            assertThat(fixture.policy("loop", "logged")).isEqualTo(logged);
        }
    }

    @ParameterizedTest
    @EnumSource(CheckMode.class)
    void aProperRequestIsNoFinding(CheckMode mode) {
        try (var fixture = trusting(mode);
                var client = fixture.open(MME)) {
            assertThat(code(client.exchange(air(MME, w -> w.add(Base.ROUTE_RECORD, "dra.example.org")))))
                    .isEqualTo(2001);
            for (var check : List.of("application", "rate", "origin", "loop", "strangers")) {
                assertThat(fixture.policy(check, "refused") + fixture.policy(check, "logged"))
                        .as(check)
                        .isZero();
            }
        }
    }

    @Test
    void oneAddressGetsFewConnectionsThatSayNothing() {
        try (var fixture = new PeerFixture(Engines.withStrangers(Engines.settings(), 100, 2));
                var first = fixture.connect();
                var second = fixture.connect()) {
            try (var third = fixture.connect()) {
                assertThat(third.isClosedByOther()).isTrue();
            }
            assertThat(fixture.policy("strangers", "refused")).isEqualTo(1);
            assertThat(code(first.exchange(Messages.cer("a.example.org")))).isEqualTo(2001);
            try (var third = fixture.open("c.example.org")) {
                assertThat(code(second.exchange(Messages.cer("b.example.org")))).isEqualTo(2001);
                assertThat(code(third.exchange(air("c.example.org", w -> {})))).isEqualTo(2001);
            }
        }
    }

    @Test
    void oneThatSaysNothingMakesRoomForWhoComes() {
        try (var fixture = new PeerFixture(Engines.withStrangers(Engines.settings(), 1, 100));
                var silent = fixture.connect()) {
            await().untilAsserted(() -> {
                try (var peer = fixture.open(MME)) {
                    assertThat(code(peer.exchange(air(MME, w -> {})))).isEqualTo(2001);
                }
                assertThat(fixture.policy("strangers", "refused")).isPositive();
            });
            assertThat(silent.isClosedByOther()).isTrue();
        }
    }

    @Test
    void peersThatAreListedNowhereLeaveRoomForThoseThatAre() {
        var settings = Engines.with(
                Engines.withMaxPeers(Engines.settings(), 2),
                new PeeringConfig(List.of(), true, List.of(Engines.allowed(MME)), false, false, ChecksConfig.DEFAULT));
        try (var fixture = new PeerFixture(settings);
                var stranger = fixture.open("a.example.org");
                var another = fixture.connect()) {
            assertThat(code(another.exchange(Messages.cer("b.example.org")))).isEqualTo(3004);
            try (var listed = fixture.open(MME)) {
                assertThat(code(listed.exchange(air(MME, w -> {})))).isEqualTo(2001);
            }
            assertThat(code(stranger.exchange(air("a.example.org", w -> {})))).isEqualTo(2001);
            await().untilAsserted(() -> assertThat(fixture.engine().openPeers()).isEqualTo(1));
        }
    }
}
