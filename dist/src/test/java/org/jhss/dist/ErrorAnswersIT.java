// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.Header;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.ResultCode;
import org.jhss.identity.PeerHost;
import org.jhss.identity.Plmn;
import org.jhss.identity.Realm;
import org.jhss.testkit.diameter.DiameterRequest;
import org.jhss.testkit.diameter.DiameterRequests;
import org.jhss.testkit.diameter.RawClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad requests over a real socket, through every process, and the one answer that each gets. */
@Timeout(300)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ErrorAnswersIT {

    private static final String UNKNOWN = "001019999999999";
    private static final int NO_COMMAND = 0xFFFFF0;
    private static final int NO_APPLICATION = 16_777_999;
    private static final int UNKNOWN_AVP = 65_000;
    private static final Realm REALM = new Realm("epc.mnc001.mcc001.3gppnetwork.org");
    private static final DiameterRequests MME =
            new DiameterRequests(new PeerHost("mme01." + REALM.value()), REALM, REALM, new Plmn("001", "01"));

    @TempDir
    static Path directory;

    private static Launcher jhss;

    @BeforeAll
    static void start() throws Exception {
        jhss = Launcher.in(directory).with("HSS_DIAMETER_REQUEST_TIMEOUT", "3");
        var up = jhss.run("up");
        assertThat(up.exitCode()).as(up.output()).isZero();
    }

    @AfterAll
    static void stop() throws Exception {
        jhss.run("down");
    }

    private static RawClient connect() {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), jhss.diameterPort());
        return RawClient.open(address, MME.cer().octets());
    }

    static Stream<Arguments> badRequests() {
        int request = Header.REQUEST | Header.PROXIABLE;
        return Stream.of(
                bad("unknown command", MME.air(UNKNOWN, 1).command(NO_COMMAND), ResultCode.COMMAND_UNSUPPORTED),
                bad(
                        "unknown application",
                        MME.air(UNKNOWN, 1).application(NO_APPLICATION),
                        ResultCode.APPLICATION_UNSUPPORTED),
                bad(
                        "error bit in a request",
                        MME.air(UNKNOWN, 1).flags(request | Header.ERROR),
                        ResultCode.INVALID_HDR_BITS),
                bad("missing AVP", MME.air(UNKNOWN, 1).without(S6a.VISITED_PLMN_ID), ResultCode.MISSING_AVP),
                bad(
                        "AVP too often",
                        MME.air(UNKNOWN, 1).and(out -> out.add(Base.USER_NAME, UNKNOWN)),
                        ResultCode.AVP_OCCURS_TOO_MANY_TIMES),
                bad(
                        "AVP that runs past the end",
                        MME.air(UNKNOWN, 1)
                                .andOctets(
                                        (byte) 0, (byte) 0, (byte) 0, (byte) 1, (byte) 0x40, (byte) 0, (byte) 1, (byte)
                                                0),
                        ResultCode.INVALID_AVP_LENGTH),
                bad(
                        "value of the wrong length",
                        MME.air(UNKNOWN, 1)
                                .with(
                                        Base.AUTH_SESSION_STATE,
                                        out -> out.raw(new byte[] {0, 0, 1, 0x15, 0x40, 0, 0, 10, 0, 1, 0, 0}, 0, 12)),
                        ResultCode.INVALID_AVP_LENGTH),
                bad(
                        "unknown AVP with the M bit",
                        MME.air(UNKNOWN, 1)
                                .andOctets(
                                        (byte) 0,
                                        (byte) 0,
                                        (byte) (UNKNOWN_AVP >> 8),
                                        (byte) UNKNOWN_AVP,
                                        (byte) 0x40,
                                        (byte) 0,
                                        (byte) 0,
                                        (byte) 12,
                                        (byte) 1,
                                        (byte) 2,
                                        (byte) 3,
                                        (byte) 4),
                        ResultCode.AVP_UNSUPPORTED));
    }

    private static Arguments bad(String what, DiameterRequest request, ResultCode code) {
        return Arguments.of(what, request, code);
    }

    @Order(1)
    @ParameterizedTest(name = "{0}")
    @MethodSource("badRequests")
    void a_bad_request_gets_its_code(String what, DiameterRequest request, ResultCode code) {
        try (var peer = connect()) {
            var answer = peer.exchange(request.hopByHop(77).endToEnd(88).octets());
            assertThat(answer.isRequest()).isFalse();
            assertThat(answer.hopByHop()).isEqualTo(77);
            assertThat(answer.endToEnd()).isEqualTo(88);
            assertThat(answer.unsigned32(Base.RESULT_CODE, 0)).as(what).isEqualTo(code.value());
            assertThat(answer.isError()).isEqualTo(code.isProtocolError());
            assertThat(answer.has(Base.FAILED_AVP)).isEqualTo(!code.isProtocolError());
        }
    }

    @Order(2)
    @Test
    void one_bad_request_does_not_disturb_the_good_ones_around_it() {
        try (var peer = connect()) {
            peer.send(MME.air(UNKNOWN, 1).hopByHop(1).octets());
            peer.send(
                    MME.air(UNKNOWN, 1).without(S6a.VISITED_PLMN_ID).hopByHop(2).octets());
            peer.send(MME.air(UNKNOWN, 1).hopByHop(3).octets());
            var answered = Stream.generate(peer::receive).limit(3).map(Message::hopByHop);
            assertThat(answered).containsExactlyInAnyOrder(1, 2, 3);
        }
    }

    @Order(3)
    @Test
    void without_an_hss_service_the_owner_answers_before_the_peer_gives_up() throws Exception {
        try (var peer = connect()) {
            end("hss");
            assertThat(codeOf(peer.exchange(MME.air(UNKNOWN, 1).octets())))
                    .isEqualTo(ResultCode.UNABLE_TO_DELIVER.value());
            assertThat(jhss.run("up").output()).contains("jHSS is up");
            assertThat(peer.exchange(MME.air(UNKNOWN, 1).octets()).has(Base.EXPERIMENTAL_RESULT))
                    .isTrue();
        }
    }

    @Order(4)
    @Test
    void without_redis_requests_are_refused_at_once_and_served_again_after() throws Exception {
        try (var peer = connect()) {
            end("redis");
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(
                                    codeOf(peer.exchange(MME.air(UNKNOWN, 1).octets())))
                            .isEqualTo(ResultCode.UNABLE_TO_DELIVER.value()));
            assertThat(peer.exchange(MME.dwr().octets()).unsigned32(Base.RESULT_CODE, 0))
                    .isEqualTo(ResultCode.SUCCESS.value());

            assertThat(jhss.run("up").output()).contains("jHSS is up");

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(
                                    peer.exchange(MME.air(UNKNOWN, 1).octets()).has(Base.EXPERIMENTAL_RESULT))
                            .isTrue());
        }
    }

    private static void end(String process) throws Exception {
        var handle = ProcessHandle.of(jhss.pid(process)).orElseThrow();
        handle.destroy();
        handle.onExit().get(30, TimeUnit.SECONDS);
    }

    private static long codeOf(Message answer) {
        return answer.unsigned32(Base.RESULT_CODE, 0);
    }
}
