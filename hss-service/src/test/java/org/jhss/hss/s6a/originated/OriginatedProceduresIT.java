// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.originated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jhss.hss.handler.HandlerEnvironment;
import org.jhss.hss.metrics.HssEvents;
import org.jhss.hss.metrics.HssMetrics;
import org.jhss.hss.outbound.BusRequestSender;
import org.jhss.hss.outbound.OutboundMeters;
import org.jhss.hss.pipeline.Pipeline;
import org.jhss.hss.pipeline.TestHss;
import org.jhss.hss.s6a.S6aModule;
import org.jhss.identity.Imsi;
import org.jhss.identity.Plmn;
import org.jhss.peer.EngineSettings;
import org.jhss.peer.PeerEngine;
import org.jhss.platform.bus.Bus;
import org.jhss.platform.bus.calls.CallResult;
import org.jhss.platform.bus.calls.Calls;
import org.jhss.platform.bus.calls.Replies;
import org.jhss.platform.bus.peers.PeerRegistry;
import org.jhss.platform.bus.redis.BusSettings;
import org.jhss.sim.LocationUpdate;
import org.jhss.sim.SimulatedMme;
import org.jhss.sim.stack.AvpName;
import org.jhss.sim.stack.Command;
import org.jhss.sim.stack.HssEndpoint;
import org.jhss.sim.stack.LinkSettings;
import org.jhss.sim.stack.Outcome;
import org.jhss.sim.stack.PeerIdentity;
import org.jhss.store.Store;
import org.jhss.store.database.DatabaseSettings;
import org.jhss.store.secret.KeyVault;
import org.jhss.store.work.Need;
import org.jhss.store.work.NodeType;
import org.jhss.store.work.ServingNode;
import org.jhss.store.work.SubscriberState;
import org.jhss.testkit.fixture.SubscriberFixture;
import org.jhss.testkit.redis.RedisServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From another service's call to a simulated MME and back: bus, hss-service, diameter-service and TCP are the real ones. */
@Timeout(120)
class OriginatedProceduresIT {

    private static final String REALM = "epc.mnc099.mcc999.3gppnetwork.org";
    private static final String MME = "mme01." + REALM;
    private static final Imsi ALICE = new Imsi("999990000000001");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CONFIG = """
            hss:
              OriginHost: hss01.epc.mnc099.mcc999.3gppnetwork.org
              OriginRealm: epc.mnc099.mcc999.3gppnetwork.org
              MCC: "999"
              MNC: "99"
              bind_ip: ["127.0.0.1"]
              bind_port: 0
              workers: 1
              diameter_request_timeout: 10
            """;

    private final BusSettings settings = RedisServer.shared().settings();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final List<AutoCloseable> open = new ArrayList<>();

    @TempDir
    Path directory;

    private Store store;
    private Calls caller;
    private SimulatedMme mme;

    @BeforeEach
    void start() throws Exception {
        var config = TestHss.config(CONFIG);
        store = opened(Store.open(DatabaseSettings.sqlite(directory.resolve("hss.db")), KeyVault.disabled()));
        store.migrator().migrate();
        SubscriberFixture.subscriber(ALICE.value()).store(store);

        var diameter = opened(PeerEngine.start(EngineSettings.from(config.hss()), bus("diameter-originated"), meters));

        var bus = bus("hss-originated");
        var replies = opened(Replies.open(bus));
        var sender = new BusRequestSender(
                bus,
                replies,
                opened(PeerRegistry.open(bus)),
                config.hss(),
                Clock.systemUTC(),
                new OutboundMeters(meters));
        var environment = new HandlerEnvironment(config, store, Clock.systemUTC(), new HssEvents(meters), sender);
        opened(new Calls(bus, replies)).serve("hss", new S6aOriginated().calls(environment));
        opened(Pipeline.start(bus, environment, new HssMetrics(meters), List.of(new S6aModule())));

        var api = bus("api-originated");
        caller = opened(new Calls(api, opened(Replies.open(api))));

        int port = diameter.listening().getFirst().getPort();
        mme = opened(SimulatedMme.connect(
                LinkSettings.of(PeerIdentity.of(MME, REALM), HssEndpoint.of("127.0.0.1", port, REALM))));
        attach();
    }

    @AfterEach
    void stop() throws Exception {
        for (var closeable : open.reversed()) {
            closeable.close();
        }
    }

    @Test
    void a_withdrawal_reaches_the_mme_and_the_registration_is_gone() throws Exception {
        var result = call("s6a.cancel-location", "{\"imsi\": \"999990000000001\", \"reattach\": true}");

        assertThat(result.get("result").stringValue()).isEqualTo("SUCCESS");
        var cancel = mme.inbox().await(Command.CANCEL_LOCATION, PATIENCE).orElseThrow();
        assertThat(cancel.imsi()).contains(ALICE);
        assertThat(cancel.avps().number(AvpName.CANCELLATION_TYPE)).hasValue(2);
        assertThat(cancel.avps().number(AvpName.CLR_FLAGS)).hasValue(3);
        assertThat(cancel.avps().text(AvpName.DESTINATION_HOST)).contains(MME);
        assertThat(registration()).isEmpty();
    }

    @Test
    void the_location_that_the_mme_tells_comes_back_to_the_caller_and_is_stored() throws Exception {
        var result = call(
                "s6a.insert-subscriber-data", "{\"imsi\": \"999990000000001\", \"request\": [\"current-location\"]}");

        var cell = result.get("location").get("mme").get("ecgi");
        assertThat(cell.get("mcc").stringValue()).isEqualTo("001");
        assertThat(cell.get("eci").intValue()).isEqualTo(257);
        assertThat(read(SubscriberState::lastSeen))
                .hasValueSatisfying(seen -> assertThat(seen.eci()).isEqualTo("257"));
        var request =
                mme.inbox().await(Command.INSERT_SUBSCRIBER_DATA, PATIENCE).orElseThrow();
        assertThat(request.avps().number(AvpName.IDR_FLAGS)).hasValue(0x18);
        assertThat(request.avps().has(AvpName.SUBSCRIPTION_DATA)).isTrue();
    }

    @Test
    void a_changed_subscription_reaches_the_mme() throws Exception {
        var result = call("s6a.insert-subscriber-data", "{\"imsi\": \"999990000000001\"}");

        assertThat(result.get("success").booleanValue()).isTrue();
        var data = mme.inbox()
                .await(Command.INSERT_SUBSCRIBER_DATA, PATIENCE)
                .flatMap(request -> request.avps().group(AvpName.SUBSCRIPTION_DATA))
                .orElseThrow();
        assertThat(data.group(AvpName.APN_CONFIGURATION_PROFILE)
                        .flatMap(profile -> profile.group(AvpName.APN_CONFIGURATION))
                        .flatMap(apn -> apn.text(AvpName.SERVICE_SELECTION)))
                .contains("internet");
        assertThat(data.group(AvpName.AMBR).orElseThrow().number(AvpName.MAX_REQUESTED_BANDWIDTH_DL))
                .hasValue(999_999);
    }

    @Test
    void what_is_withdrawn_is_told_to_the_mme_and_its_refusal_to_the_caller() throws Exception {
        mme.inbox().answerWith((request, answer) -> Optional.of(Outcome.experimental(5001)));

        var result = call(
                "s6a.delete-subscriber-data", "{\"imsi\": \"999990000000001\", \"data\": [\"regional-subscription\"]}");

        assertThat(result.get("result").stringValue()).isEqualTo("USER_UNKNOWN");
        assertThat(mme.inbox()
                        .await(Command.DELETE_SUBSCRIBER_DATA, PATIENCE)
                        .orElseThrow()
                        .avps()
                        .number(AvpName.DSR_FLAGS))
                .hasValue(1);
        assertThat(registration().map(ServingNode::purged)).contains(true);
    }

    @Test
    void a_reset_reaches_the_mme() throws Exception {
        var result = call("s6a.reset", "{\"user_ids\": [\"99999\"]}");

        assertThat(result.get("success").booleanValue()).isTrue();
        assertThat(mme.inbox()
                        .await(Command.RESET, PATIENCE)
                        .orElseThrow()
                        .avps()
                        .text(AvpName.USER_ID))
                .contains("99999");
    }

    @Test
    void a_node_that_has_gone_is_no_peer_and_stays_registered() throws Exception {
        mme.close();
        open.remove(mme);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(call("s6a.cancel-location", "{\"imsi\": \"999990000000001\"}")
                                .get("result")
                                .stringValue())
                        .isEqualTo("NO_PEER"));

        assertThat(registration()).isPresent();
    }

    private void attach() throws Exception {
        assertThat(mme.updateLocation(LocationUpdate.attach(ALICE, new Plmn("999", "99")))
                        .outcome())
                .isEqualTo(Outcome.SUCCESS);
    }

    private JsonNode call(String name, String arguments) throws Exception {
        var result =
                caller.call("hss", name, JSON.readTree(arguments), PATIENCE).get();
        if (result instanceof CallResult.Answer(var body) && body.has("results")) {
            assertThat(body.get("results")).hasSize(1);
            return body.get("results").get(0);
        }
        throw new AssertionError("the call ended with " + result);
    }

    private Optional<ServingNode> registration() {
        return read(state -> state.node(NodeType.MME));
    }

    private <T> T read(Function<SubscriberState, T> question) {
        return store.unitsOfWork().run(work -> {
            work.prefetch(List.of(ALICE), Set.of(Need.values()));
            return question.apply(work.subscriber(ALICE).orElseThrow());
        });
    }

    private Bus bus(String instance) {
        return opened(Bus.open(settings, instance, meters));
    }

    private <T extends AutoCloseable> T opened(T closeable) {
        open.add(closeable);
        return closeable;
    }
}
