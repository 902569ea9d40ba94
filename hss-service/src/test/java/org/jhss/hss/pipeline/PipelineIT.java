// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.S13;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.Header;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.ResultCode;
import org.jhss.hss.handler.InterfaceModule;
import org.jhss.hss.handler.RequestContext;
import org.jhss.hss.outbound.OutboundRequest;
import org.jhss.identity.PeerHost;
import org.jhss.identity.Realm;
import org.jhss.platform.bus.BusKeys;
import org.jhss.platform.bus.redis.BusSettings;
import org.jhss.store.Store;
import org.jhss.store.database.DatabaseSettings;
import org.jhss.store.secret.KeyVault;
import org.jhss.testkit.diameter.DiameterRequest;
import org.jhss.testkit.diameter.DiameterRequests;
import org.jhss.testkit.fixture.SubscriberFixture;
import org.jhss.testkit.redis.RedisServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each branch of a request's way through hss-service, over a real bus and a real database. */
class PipelineIT {

    private static final String CONFIG = """
            hss:
              OriginHost: hss01.epc.mnc099.mcc999.3gppnetwork.org
              OriginRealm: epc.mnc099.mcc999.3gppnetwork.org
              MCC: "999"
              MNC: "99"
              workers: 2
              diameter_request_timeout: 2
            """;

    private static final String ALICE = "999990000000001";
    private static final String BOB = "999990000000002";
    private static final String STRANGER = "999990000009999";
    private static final int FIRST_SQN = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final DiameterRequests mme = DiameterRequests.mme();
    private final BusSettings bus = RedisServer.shared().settings();
    private final List<TestHss> instances = new ArrayList<>();

    @TempDir
    Path directory;

    private Store store;
    private TestPeer peer;

    @BeforeEach
    void open() {
        store = Store.open(DatabaseSettings.sqlite(directory.resolve("hss.db")), KeyVault.disabled());
        store.migrator().migrate();
        SubscriberFixture.subscriber(ALICE).sqn(FIRST_SQN).store(store);
        SubscriberFixture.subscriber(BOB).sqn(FIRST_SQN).store(store);
        peer = new TestPeer(bus, "diameter-1");
    }

    @AfterEach
    void close() {
        instances.forEach(TestHss::close);
        peer.close();
        store.close();
    }

    @Test
    void aRequestIsAnsweredByItsHandlerWithACompleteHead() {
        start(SqnHandler.module());

        var request = mme.air(ALICE, 1)
                .and(out -> out.begin(Base.PROXY_INFO)
                        .add(Base.PROXY_HOST, "dra.example.org")
                        .add(Base.PROXY_STATE, "state")
                        .end())
                .flags(Header.REQUEST | Header.PROXIABLE | Header.RETRANSMITTED)
                .hopByHop(0x01020304)
                .endToEnd(0x05060708);
        var answer = peer.answer(peer.send(request.octets()));

        assertThat(SqnHandler.sqn(answer)).isEqualTo(FIRST_SQN);
        assertThat(answer.flags()).isEqualTo(Header.PROXIABLE);
        assertThat(answer.commandCode()).isEqualTo(S6a.AIR.code());
        assertThat(answer.applicationId()).isEqualTo(S6a.AIR.applicationId());
        assertThat(answer.hopByHop()).isEqualTo(0x01020304);
        assertThat(answer.endToEnd()).isEqualTo(0x05060708);
        assertThat(answer.avpAt(0).is(Base.SESSION_ID)).isTrue();
        assertThat(answer.text(Base.SESSION_ID)).startsWith(mme.host().value());
        assertThat(answer.integer32(Base.RESULT_CODE, 0)).isEqualTo(ResultCode.SUCCESS.value());
        assertThat(answer.enumerated(Base.AUTH_SESSION_STATE, -1)).isEqualTo(1);
        assertThat(answer.text(Base.ORIGIN_HOST)).isEqualTo("hss01.epc.mnc099.mcc999.3gppnetwork.org");
        assertThat(answer.text(Base.ORIGIN_REALM)).isEqualTo("epc.mnc099.mcc999.3gppnetwork.org");
        assertThat(answer.find(Base.VENDOR_SPECIFIC_APPLICATION_ID).integer32(Base.AUTH_APPLICATION_ID, 0))
                .isEqualTo(S6a.AIR.applicationId());
        assertThat(answer.find(Base.PROXY_INFO).text(Base.PROXY_HOST)).isEqualTo("dra.example.org");
        assertThat(storedSqn(ALICE)).isEqualTo(FIRST_SQN + 1);
    }

    @Test
    void anExperimentalResultOfTheHandlerIsAnsweredWithoutEBit() {
        start(SqnHandler.module());

        var answer = ask(mme.air(STRANGER, 1));

        assertThat(answer.isError()).isFalse();
        assertThat(answer.has(Base.RESULT_CODE)).isFalse();
        assertThat(answer.find(Base.EXPERIMENTAL_RESULT).integer32(Base.EXPERIMENTAL_RESULT_CODE, 0))
                .isEqualTo(5001);
        assertThat(answer.enumerated(Base.AUTH_SESSION_STATE, -1)).isEqualTo(1);
    }

    @Test
    void anUnknownCommandOfAServedApplicationIsAnswered3001() {
        start(SqnHandler.module());

        var answer = ask(mme.bare(S6a.AIR).command(8_000_000));

        assertError(answer, ResultCode.COMMAND_UNSUPPORTED);
        assertThat(answer.commandCode()).isEqualTo(8_000_000);
    }

    @Test
    void anUnknownApplicationIsAnswered3007() {
        start(SqnHandler.module());

        assertError(ask(mme.bare(S13.ECR)), ResultCode.APPLICATION_UNSUPPORTED);
        assertError(ask(mme.bare(S6a.AIR).application(12_345)), ResultCode.APPLICATION_UNSUPPORTED);
    }

    @Test
    void aRequestWithTheErrorBitIsAnswered3008() {
        start(SqnHandler.module());

        var answer = ask(mme.air(ALICE, 1).flags(Header.REQUEST | Header.PROXIABLE | Header.ERROR));

        assertError(answer, ResultCode.INVALID_HDR_BITS);
        assertThat(storedSqn(ALICE)).isEqualTo(FIRST_SQN);
    }

    @Test
    void anAvpWithTheWrongBitsIsAnswered3009() {
        start(SqnHandler.module());

        // Visited-PLMN-Id without V bit, but with M bit.
        var answer = ask(mme.air(ALICE, 1)
                .without(S6a.VISITED_PLMN_ID)
                .andOctets(new byte[] {0, 0, 5, 0x7F, 0x40, 0, 0, 11, 0x09, (byte) 0xF9, 0x10, 0}));

        assertError(answer, ResultCode.INVALID_AVP_BITS);
        assertThat(answer.has(Base.FAILED_AVP)).isTrue();
    }

    @Test
    void aMissingAvpIsAnswered5005WithAnExampleOfIt() {
        start(SqnHandler.module());

        var answer = ask(mme.air(ALICE, 1).without(Base.USER_NAME));

        assertFailure(answer, ResultCode.MISSING_AVP);
        assertThat(answer.find(Base.FAILED_AVP).has(Base.USER_NAME)).isTrue();
    }

    @Test
    void anAvpWhoseLengthLeadsOutOfTheMessageIsAnswered5014() {
        start(SqnHandler.module());

        // User-Name with a length of 255.
        var answer = ask(mme.air(ALICE, 1)
                .without(Base.USER_NAME)
                .andOctets(new byte[] {0, 0, 0, 1, 0x40, 0, 0, (byte) 0xFF, '9', '9', '9', '9'}));

        assertFailure(answer, ResultCode.INVALID_AVP_LENGTH);
        assertThat(answer.has(Base.FAILED_AVP)).isTrue();
    }

    @Test
    void anUnknownAvpWithTheMBitIsAnswered5001() {
        start(SqnHandler.module());

        var answer = ask(mme.air(ALICE, 1)
                .andOctets(new byte[] {0, (byte) 0xFF, (byte) 0xFF, 0x01, 0x40, 0, 0, 12, 1, 2, 3, 4}));

        assertFailure(answer, ResultCode.AVP_UNSUPPORTED);
        assertThat(answer.has(Base.FAILED_AVP)).isTrue();
    }

    @Test
    void anAnswerOnTheQueueOfRequestsIsIgnored() {
        var hss = start(SqnHandler.module());

        long stray = peer.send(mme.air(ALICE, 1).flags(Header.PROXIABLE).octets());
        ask(mme.air(BOB, 1));

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(hss.metrics().strayAnswers().count()).isEqualTo(1));
        assertThat(peer.answers(stray)).isEmpty();
        assertThat(storedSqn(ALICE)).isEqualTo(FIRST_SQN);
    }

    @Test
    void octetsThatAreNoMessageAreDroppedAndCounted() {
        var hss = start(SqnHandler.module());

        long garbage = peer.send(new byte[] {1, 2, 3});
        ask(mme.air(BOB, 1));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hss.metrics().dropped().count()).isEqualTo(1));
        assertThat(peer.answers(garbage)).isEmpty();
    }

    @Test
    void anExceptionInOneHandlerIs5012AndSpoilsNothingElse() {
        start(SqnHandler.module(failFor(BOB)));

        var ids = peer.sendFrame(octets(mme.air(ALICE, 1), mme.air(BOB, 1), mme.air(ALICE, 1)), 10_000);

        assertThat(SqnHandler.sqn(peer.answer(ids.get(0)))).isEqualTo(FIRST_SQN);
        assertFailure(peer.answer(ids.get(1)), ResultCode.UNABLE_TO_COMPLY);
        assertThat(SqnHandler.sqn(peer.answer(ids.get(1)))).isEqualTo(-1);
        assertThat(SqnHandler.sqn(peer.answer(ids.get(2)))).isEqualTo(FIRST_SQN + 1);
        assertThat(storedSqn(ALICE)).isEqualTo(FIRST_SQN + 2);
        assertThat(storedSqn(BOB)).isEqualTo(FIRST_SQN);
    }

    @Test
    void nothingLeavesThatTheDatabaseDidNotCommit() throws SQLException {
        execute("CREATE TRIGGER spoil BEFORE UPDATE ON auc WHEN NEW.imsi = '" + BOB
                + "' BEGIN SELECT RAISE(ABORT, 'spoilt'); END");
        var hss = start(SqnHandler.module(context -> context.afterCommit(cancelLocation(context))));

        var ids = peer.sendFrame(octets(mme.air(ALICE, 1), mme.air(BOB, 1)), 10_000);

        assertThat(SqnHandler.sqn(peer.answer(ids.get(0)))).isEqualTo(FIRST_SQN);
        assertFailure(peer.answer(ids.get(1)), ResultCode.UNABLE_TO_COMPLY);
        assertThat(SqnHandler.sqn(peer.answer(ids.get(1)))).isEqualTo(-1);
        assertThat(storedSqn(BOB)).isEqualTo(FIRST_SQN);
        assertThat(hss.originated()).hasSize(1);
    }

    @Test
    void withoutDatabaseRequestsAreRefusedAtOnceAndOthersAnswered() {
        start(SqnHandler.module());
        ask(mme.air(ALICE, 1));
        store.close();

        assertError(ask(mme.air(ALICE, 1)), ResultCode.UNABLE_TO_DELIVER);
        assertError(
                ask(mme.air(ALICE, 1).with(Base.DESTINATION_HOST, "hss01.epc.mnc099.mcc999.3gppnetwork.org")),
                ResultCode.TOO_BUSY);
        assertFailure(ask(mme.air(ALICE, 1).without(Base.USER_NAME)), ResultCode.MISSING_AVP);
    }

    @Test
    void aRequestPastItsDeadlineIsDroppedAndItsEntryRemoved() {
        var hss = start(SqnHandler.module());

        long late = peer.sendFrame(octets(mme.air(ALICE, 1)), -1).getFirst();
        ask(mme.air(BOB, 1));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hss.metrics().expired().count()).isEqualTo(1));
        assertThat(peer.answers(late)).isEmpty();
        assertThat(storedSqn(ALICE)).isEqualTo(FIRST_SQN);
    }

    @Test
    void whatADeadConsumerHeldIsAnsweredByAnotherInTime() {
        var dead = peer.bus().consumer(peer.bus().keys().inbound(), BusKeys.HSS_GROUP, "dead");
        dead.prepare(PATIENCE);
        long id = peer.send(mme.air(ALICE, 1).octets());
        await().atMost(PATIENCE)
                .until(() -> !dead.poll(10, Duration.ofMillis(100)).isEmpty());
        dead.close();

        var hss = start(SqnHandler.module());

        assertThat(SqnHandler.sqn(peer.answer(id))).isEqualTo(FIRST_SQN);
        assertThat(hss.metrics().redelivered().count()).isEqualTo(1);
        assertThat(hss.metrics().expired().count()).isZero();
    }

    @Test
    void twoInstancesShareTheLoadAndHandOutEachSqnOnce() {
        var one = start(SqnHandler.module());
        var other = start(SqnHandler.module());

        var ids = new ArrayList<Long>();
        for (int i = 0; i < 400; i++) {
            ids.add(peer.send(mme.air(ALICE, 1).octets()));
        }
        await().atMost(PATIENCE).until(() -> peer.answered() == ids.size());

        assertThat(ids.stream().map(id -> SqnHandler.sqn(peer.answer(id))))
                .doesNotHaveDuplicates()
                .allMatch(sqn -> sqn >= FIRST_SQN && sqn < FIRST_SQN + ids.size());
        assertThat(one.metrics().latency().count()).isPositive();
        assertThat(other.metrics().latency().count()).isPositive();
    }

    @Test
    void aGracefulStopAnswersWhatItTookAndLeavesTheRestToOthers() {
        var first = start(SqnHandler.module());
        var ids = new ArrayList<Long>();
        for (int i = 0; i < 200; i++) {
            ids.add(peer.send(mme.air(ALICE, 1).octets()));
        }
        first.close();
        start(SqnHandler.module());

        await().atMost(PATIENCE).until(() -> peer.answered() == ids.size());
        assertThat(ids).allMatch(id -> peer.answers(id).size() == 1);
        assertThat(storedSqn(ALICE)).isEqualTo(FIRST_SQN + ids.size());
    }

    @Test
    void requestsAreCountedUnderTheNamesOfPyhss() {
        var hss = start(SqnHandler.module());

        ask(mme.air(ALICE, 1));
        ask(mme.air(STRANGER, 1));
        ask(mme.bare(S6a.AIR).command(8_000_000));

        var labels = new String[] {"diameter_application_id", "16777251", "diameter_cmd_code", "318"};
        await().atMost(PATIENCE).untilAsserted(() -> {
            var meters = hss.meters();
            assertThat(meters.get("prom_diam_request_count_host")
                            .tag("host", TestPeer.HOST)
                            .gauge()
                            .value())
                    .isEqualTo(3);
            assertThat(meters.get("prom_diam_response_count_host")
                            .tag("host", TestPeer.HOST)
                            .gauge()
                            .value())
                    .isEqualTo(3);
            assertThat(meters.get("prom_diam_request_count_application_id")
                            .tags(labels)
                            .counter()
                            .count())
                    .isEqualTo(2);
            assertThat(meters.get("prom_diam_response_count_application_id_successful")
                            .tags(labels)
                            .counter()
                            .count())
                    .isEqualTo(2);
            assertThat(meters.get("prom_diam_response_count_application_id_fail")
                            .tags("diameter_application_id", "16777251", "diameter_cmd_code", "8000000")
                            .counter()
                            .count())
                    .isEqualTo(1);
            assertThat(meters.get("jhss_hss_answers")
                            .tags(labels)
                            .tags("result", "5001", "vendor", "10415")
                            .counter()
                            .count())
                    .isEqualTo(1);
        });
    }

    private TestHss start(InterfaceModule module) {
        var hss = new TestHss(bus, store, CONFIG, module);
        instances.add(hss);
        return hss;
    }

    private Message ask(DiameterRequest request) {
        return peer.answer(peer.send(request.octets()));
    }

    private static List<byte[]> octets(DiameterRequest... requests) {
        return Stream.of(requests).map(DiameterRequest::octets).toList();
    }

    private static java.util.function.Consumer<RequestContext> failFor(String imsi) {
        return context -> {
            if (context.request().text(Base.USER_NAME).equals(imsi)) {
                throw new IllegalStateException("a handler with a defect");
            }
        };
    }

    private OutboundRequest cancelLocation(RequestContext context) {
        var imsi = context.request().text(Base.USER_NAME);
        return OutboundRequest.toHost(
                S6a.CLR,
                new PeerHost("mme02.example.org"),
                new Realm("example.org"),
                out -> out.add(Base.USER_NAME, imsi));
    }

    private long storedSqn(String imsi) {
        try (var connection = store.database().readers().getConnection();
                var statement = connection.prepareStatement("SELECT sqn FROM auc WHERE imsi = ?")) {
            statement.setString(1, imsi);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = store.database().writers().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
            connection.commit();
        }
    }

    private static void assertError(Message answer, ResultCode code) {
        assertThat(answer.isError()).isTrue();
        assertThat(answer.isRequest()).isFalse();
        assertThat(answer.integer32(Base.RESULT_CODE, 0)).isEqualTo(code.value());
        assertThat(answer.has(Base.SESSION_ID)).isTrue();
        assertThat(answer.has(Base.ORIGIN_HOST)).isTrue();
    }

    private static void assertFailure(Message answer, ResultCode code) {
        assertThat(answer.isError()).isFalse();
        assertThat(answer.integer32(Base.RESULT_CODE, 0)).isEqualTo(code.value());
        assertThat(answer.has(Base.AUTH_SESSION_STATE)).isTrue();
    }
}
