// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.originated;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.jhss.hss.handler.HandlerEnvironment;
import org.jhss.hss.metrics.HssEvents;
import org.jhss.hss.pipeline.TestHss;
import org.jhss.identity.Imsi;
import org.jhss.platform.bus.calls.CallHandler;
import org.jhss.platform.bus.calls.CallResult;
import org.jhss.store.Store;
import org.jhss.store.database.DatabaseSettings;
import org.jhss.store.secret.KeyVault;
import org.jhss.store.work.Need;
import org.jhss.store.work.NodeType;
import org.jhss.store.work.ServingNode;
import org.jhss.store.work.SubscriberState;
import org.jhss.testkit.fixture.SubscriberFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The calls, on a real database and with nodes that answer as told. */
abstract class CallsSetup {

    static final String CONFIG = """
            hss:
              OriginHost: hss01.epc.mnc099.mcc999.3gppnetwork.org
              MCC: "999"
              MNC: "99"
            """;

    static final JsonMapper JSON = JsonMapper.builder().build();
    static final String ALICE = "999990000000001";
    static final String BOB = "999980000000002";
    static final String REALM = "epc.mnc099.mcc999.3gppnetwork.org";
    static final String MME = "mme01." + REALM;
    static final String SGSN = "sgsn01." + REALM;
    static final Instant YESTERDAY = Instant.parse("2026-01-01T00:00:00Z");

    final FakeNodes nodes = new FakeNodes();

    @TempDir
    Path directory;

    Store store;
    Map<String, CallHandler> calls = Map.of();

    @BeforeEach
    void open() {
        store = Store.open(DatabaseSettings.sqlite(directory.resolve("hss.db")), KeyVault.disabled());
        store.migrator().migrate();
        SubscriberFixture.subscriber(ALICE).msisdn("491701234567").store(store);
        calls = new S6aOriginated()
                .calls(new HandlerEnvironment(
                        TestHss.config(CONFIG),
                        store,
                        Clock.systemUTC(),
                        new HssEvents(new SimpleMeterRegistry()),
                        nodes));
        register(ALICE, node(NodeType.MME, MME));
        nodes.answer(MME, false, 2001, avps -> {});
        nodes.answer(SGSN, false, 2001, avps -> {});
    }

    @AfterEach
    void close() {
        store.close();
    }

    JsonNode call(String name, String arguments) {
        return callFor(name, ALICE, arguments);
    }

    JsonNode callFor(String name, String imsi, String arguments) {
        var handler = Objects.requireNonNull(calls.get(name));
        var json = JSON.readTree(arguments.replace("%s", imsi).replace('\'', '"'));
        if (handler.handle(json) instanceof CallResult.Answer(var body)) {
            return body;
        }
        throw new AssertionError("the call failed");
    }

    static ServingNode node(NodeType type, String host) {
        return node(type, host, YESTERDAY);
    }

    static ServingNode node(NodeType type, String host, Instant registeredAt) {
        return ServingNode.at(type, new ServingNode.Address(host, REALM, host + ";hss01." + REALM, ""), registeredAt);
    }

    static ServingNode withFeatures(ServingNode node, long features1) {
        return node.withCapabilities(
                new ServingNode.Capabilities(features1, 0, OptionalInt.empty(), OptionalInt.empty()));
    }

    void register(String imsi, ServingNode node) {
        change(imsi, state -> state.register(node));
    }

    Optional<ServingNode> registration(NodeType type) {
        return read(ALICE, state -> state.node(type));
    }

    <T> T read(String imsi, Function<SubscriberState, T> question) {
        return store.unitsOfWork().run(work -> {
            work.prefetch(List.of(new Imsi(imsi)), Set.of(Need.values()));
            return question.apply(work.subscriber(new Imsi(imsi)).orElseThrow());
        });
    }

    <T> void change(String imsi, Function<SubscriberState, T> change) {
        var _ = store.unitsOfWork().run(work -> {
            work.prefetch(List.of(new Imsi(imsi)), Set.of(Need.values()));
            var result = change.apply(work.subscriber(new Imsi(imsi)).orElseThrow());
            work.commit();
            return Optional.ofNullable(result);
        });
    }
}
