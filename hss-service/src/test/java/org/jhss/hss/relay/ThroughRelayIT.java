// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jhss.diameter.dictionary.AvpDefinition;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.CommandDefinition;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.Avp;
import org.jhss.diameter.message.DiameterBuffer;
import org.jhss.diameter.message.Header;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.hss.handler.HandlerEnvironment;
import org.jhss.hss.metrics.HssEvents;
import org.jhss.hss.metrics.HssMetrics;
import org.jhss.hss.outbound.BusRequestSender;
import org.jhss.hss.outbound.OutboundMeters;
import org.jhss.hss.pipeline.Pipeline;
import org.jhss.hss.pipeline.TestHss;
import org.jhss.hss.s6a.S6aModule;
import org.jhss.hss.s6a.originated.S6aOriginated;
import org.jhss.identity.PeerHost;
import org.jhss.identity.Plmn;
import org.jhss.identity.Realm;
import org.jhss.peer.EngineSettings;
import org.jhss.peer.PeerEngine;
import org.jhss.platform.bus.Bus;
import org.jhss.platform.bus.calls.CallResult;
import org.jhss.platform.bus.calls.Calls;
import org.jhss.platform.bus.calls.Replies;
import org.jhss.platform.bus.peers.PeerRegistry;
import org.jhss.platform.bus.redis.BusSettings;
import org.jhss.store.Store;
import org.jhss.store.database.DatabaseSettings;
import org.jhss.store.secret.KeyVault;
import org.jhss.testkit.diameter.DiameterRequests;
import org.jhss.testkit.diameter.RawClient;
import org.jhss.testkit.fixture.SubscriberFixture;
import org.jhss.testkit.redis.RedisServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** MMEs behind a relay agent that is not ours, with every check of peers and of their requests enforced. */
@Timeout(120)
class ThroughRelayIT {

    private static final String IMSI = "001010000000001";
    private static final String HSS = "hss01.home.example.org";
    private static final Realm HOME = new Realm(FreeDiameter.REALM);
    private static final Realm VISITED = new Realm("epc.mnc001.mcc001.3gppnetwork.org");
    private static final Plmn PLMN = new Plmn("001", "01");
    private static final DiameterRequests MME1 = mme("mme01");
    private static final DiameterRequests MME2 = mme("mme02");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int NO_STATE_MAINTAINED = 1;
    private static final String CONFIG = """
            hss:
              OriginHost: %s
              OriginRealm: home.example.org
              MCC: "001"
              MNC: "01"
              bind_ip: ["127.0.0.1"]
              bind_port: 0
              workers: 1
              diameter_request_timeout: 10
              accept_unknown_peers: false
              allowed_peers: [{host: %s, addresses: [127.0.0.0/8], applications: [s6a], rate: 1000}]
              checks: {origin: enforce, loop: enforce, visited_plmn: enforce, relocation: enforce}
            """.formatted(HSS, FreeDiameter.HOST);

    private final BusSettings settings = RedisServer.shared().settings();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final List<AutoCloseable> open = new ArrayList<>();

    @TempDir
    Path directory;

    private Calls caller;
    private FreeDiameter relay;

    private static DiameterRequests mme(String name) {
        return new DiameterRequests(new PeerHost(name + "." + VISITED.value()), VISITED, HOME, PLMN);
    }

    @BeforeEach
    void start() throws Exception {
        assumeTrue(
                FreeDiameter.isInstalled(),
                "SKIPPED: freeDiameter is not installed (apt-get install freediameter freediameter-extensions)");
        var config = TestHss.config(CONFIG);
        var store = opened(Store.open(DatabaseSettings.sqlite(directory.resolve("hss.db")), KeyVault.disabled()));
        store.migrator().migrate();
        SubscriberFixture.subscriber(IMSI).store(store);

        var engine = opened(PeerEngine.start(EngineSettings.from(config.hss()), bus("diameter-relay"), meters));

        var bus = bus("hss-relay");
        var replies = opened(Replies.open(bus));
        var peers = opened(PeerRegistry.open(bus));
        var sender =
                new BusRequestSender(bus, replies, peers, config.hss(), Clock.systemUTC(), new OutboundMeters(meters));
        var environment = new HandlerEnvironment(config, store, Clock.systemUTC(), new HssEvents(meters), sender);
        opened(new Calls(bus, replies)).serve("hss", new S6aOriginated().calls(environment));
        opened(Pipeline.start(bus, environment, new HssMetrics(meters), List.of(new S6aModule())));
        var api = bus("api-relay");
        caller = opened(new Calls(api, opened(Replies.open(api))));

        relay = opened(FreeDiameter.start(directory, HSS, engine.listening().getFirst()));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(engine.openPeers()).as(relay.log()).isEqualTo(1));
    }

    @AfterEach
    void stop() throws Exception {
        for (var closeable : open.reversed()) {
            closeable.close();
        }
    }

    @Test
    void answersComeBackWithTheProxyInfoOfTheRequestUnchangedAndInOrder() throws Exception {
        var mme = connect(MME1);
        byte[] request = MME1.air(IMSI, 1)
                .and(out -> proxyInfo(out, "first.example.org", "a state"))
                .and(out -> proxyInfo(out, "second.example.org", "another state"))
                .hopByHop(0x1234)
                .endToEnd(0x5678)
                .octets();

        var answer = exchange(mme, request);

        assertThat(answer.unsigned32(Base.RESULT_CODE, 0)).as(relay.log()).isEqualTo(2001);
        assertThat(answer.text(Base.ORIGIN_HOST)).isEqualTo(HSS);
        assertThat(answer.hopByHop()).isEqualTo(0x1234);
        assertThat(answer.endToEnd()).isEqualTo(0x5678);
        var sent = (Message) Message.parse(request);
        assertThat(octets(answer, Base.PROXY_INFO)).hasSize(2).isEqualTo(octets(sent, Base.PROXY_INFO));
        assertThat(answer.all(Base.ROUTE_RECORD))
                .as("freeDiameter notes the way of answers too")
                .allSatisfy(record -> assertThat(record.text()).isEqualTo(HSS));
    }

    @Test
    void aRequestThatWasHereBeforeIsRefusedThroughTheRelayToo() throws Exception {
        var mme = connect(MME1);

        var answer = exchange(
                mme,
                MME1.air(IMSI, 1).and(out -> out.add(Base.ROUTE_RECORD, HSS)).octets());

        assertThat(answer.unsigned32(Base.RESULT_CODE, 0)).isIn(3005L, 3002L);
    }

    @Test
    void theFormerMmeHearsThroughTheRelayThatTheSubscriberLeft() throws Exception {
        var first = connect(MME1);
        var second = connect(MME2);
        assertThat(exchange(first, MME1.ulr(IMSI).octets()).unsigned32(Base.RESULT_CODE, 0))
                .isEqualTo(2001);
        assertThat(exchange(second, MME2.ulr(IMSI).octets()).unsigned32(Base.RESULT_CODE, 0))
                .isEqualTo(2001);

        var cancel = request(first, S6a.CLR);

        assertThat(cancel.text(Base.DESTINATION_HOST)).isEqualTo(MME1.host().value());
        assertThat(cancel.text(Base.ORIGIN_HOST)).isEqualTo(HSS);
        assertThat(cancel.text(Base.USER_NAME)).isEqualTo(IMSI);
        assertThat(cancel.text(Base.ROUTE_RECORD)).isEqualTo(HSS);
        first.send(success(cancel, MME1));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(meters.find("jhss_hss_originated")
                                .tag("diameter_cmd_code", Integer.toString(S6a.CLR.code()))
                                .tag("result", "2001")
                                .counters())
                        .hasSize(1));
    }

    @Test
    void theAnswerToOurRequestComesBackThroughTheRelay() throws Exception {
        var mme = connect(MME1);
        assertThat(exchange(mme, MME1.ulr(IMSI).octets()).unsigned32(Base.RESULT_CODE, 0))
                .isEqualTo(2001);

        var inserted = call("s6a.insert-subscriber-data");
        var insert = request(mme, S6a.IDR);
        assertThat(insert.text(Base.DESTINATION_HOST)).isEqualTo(MME1.host().value());
        mme.send(success(insert, MME1));
        assertThat(result(inserted)).isEqualTo("SUCCESS");

        var cancelled = call("s6a.cancel-location");
        mme.send(success(request(mme, S6a.CLR), MME1));
        assertThat(result(cancelled)).isEqualTo("SUCCESS");
    }

    @Test
    void aNodeThatIsGoneIsToldByTheRelayAndNotWaitedFor() throws Exception {
        var mme = connect(MME1);
        assertThat(exchange(mme, MME1.ulr(IMSI).octets()).unsigned32(Base.RESULT_CODE, 0))
                .isEqualTo(2001);
        mme.close();

        assertThat(result(call("s6a.cancel-location"))).isEqualTo("UNABLE_TO_DELIVER");
    }

    private CompletableFuture<CallResult> call(String name) {
        var arguments = JsonMapper.builder().build().createObjectNode().put("imsi", IMSI);
        return caller.call("hss", name, arguments, PATIENCE);
    }

    private static String result(CompletableFuture<CallResult> call) throws Exception {
        if (call.get() instanceof CallResult.Answer(var body) && body.has("results")) {
            return body.get("results").get(0).get("result").stringValue();
        }
        throw new AssertionError("the call ended with " + call.get());
    }

    private RawClient connect(DiameterRequests peer) {
        return opened(RawClient.open(relay.address(), peer.cer().octets()));
    }

    private static Message exchange(RawClient client, byte[] request) {
        client.send(request);
        return client.receiveAnswer();
    }

    /** The next request of that command. */
    private static Message request(RawClient client, CommandDefinition command) {
        var message = client.receive();
        while (!message.isRequest() || message.commandCode() != command.code()) {
            message = client.receive();
        }
        return message;
    }

    private static byte[] success(Message request, DiameterRequests peer) {
        var buffer = new DiameterBuffer();
        var writer = new MessageWriter(buffer)
                .start(
                        request.flags() & Header.PROXIABLE,
                        request.commandCode(),
                        request.applicationId(),
                        request.hopByHop(),
                        request.endToEnd())
                .copy(request.find(Base.SESSION_ID))
                .add(Base.RESULT_CODE, 2001)
                .add(Base.AUTH_SESSION_STATE, NO_STATE_MAINTAINED)
                .add(Base.ORIGIN_HOST, peer.host().value())
                .add(Base.ORIGIN_REALM, peer.realm().value())
                .copyAll(request, Base.PROXY_INFO);
        return buffer.copy(0, writer.finish());
    }

    private static void proxyInfo(MessageWriter out, String host, String state) {
        out.begin(Base.PROXY_INFO)
                .add(Base.PROXY_HOST, host)
                .add(Base.PROXY_STATE, state.getBytes(StandardCharsets.UTF_8))
                .end();
    }

    private static List<List<Byte>> octets(Message message, AvpDefinition definition) {
        var all = new ArrayList<List<Byte>>();
        for (Avp avp : message.all(definition)) {
            var octets = new ArrayList<Byte>();
            for (byte octet : avp.octets()) {
                octets.add(octet);
            }
            all.add(octets);
        }
        return all;
    }

    private Bus bus(String instance) {
        return opened(Bus.open(settings, instance, meters));
    }

    private <T extends AutoCloseable> T opened(T closeable) {
        open.add(closeable);
        return closeable;
    }
}
