// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jhss.hss.handler.HandlerEnvironment;
import org.jhss.hss.handler.MoveReceipts;
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
import org.jhss.platform.bus.calls.Replies;
import org.jhss.platform.bus.notes.RecentNotes;
import org.jhss.platform.bus.peers.PeerRegistry;
import org.jhss.platform.bus.redis.BusSettings;
import org.jhss.platform.config.JhssConfig;
import org.jhss.sim.LocationUpdate;
import org.jhss.sim.SimulatedMme;
import org.jhss.sim.stack.HssEndpoint;
import org.jhss.sim.stack.LinkSettings;
import org.jhss.sim.stack.Outcome;
import org.jhss.sim.stack.PeerIdentity;
import org.jhss.store.Store;
import org.jhss.store.change.Change;
import org.jhss.store.change.ChangeFilter;
import org.jhss.store.change.NetworkChange;
import org.jhss.store.change.NodeResult;
import org.jhss.store.change.Origin;
import org.jhss.store.database.DatabaseSettings;
import org.jhss.store.secret.KeyVault;
import org.jhss.store.work.Need;
import org.jhss.store.work.NodeType;
import org.jhss.store.work.ServingNode;
import org.jhss.testkit.fixture.SubscriberFixture;
import org.jhss.testkit.redis.RedisServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A provisioned subscriber at a simulated MME; SQLite, Redis, bus, both services and TCP are the real ones. */
abstract class ChangesSetup {

    static final String REALM = "epc.mnc099.mcc999.3gppnetwork.org";
    static final String MME = "mme01." + REALM;
    static final Imsi ALICE = new Imsi("999990000000001");
    static final String OPERATION = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String CONFIG = """
            hss:
              OriginHost: hss01.epc.mnc099.mcc999.3gppnetwork.org
              OriginRealm: epc.mnc099.mcc999.3gppnetwork.org
              MCC: "999"
              MNC: "99"
              bind_ip: ["127.0.0.1"]
              bind_port: 0
              workers: 1
              diameter_request_timeout: 2
            """;

    final BusSettings settings = RedisServer.shared().settings();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<AutoCloseable> open = new ArrayList<>();

    @TempDir
    Path directory;

    Store store;
    JhssConfig config;
    SubscriberFixture.Stored alice;
    BusRequestSender sender;
    Bus bus;
    private int port;

    @BeforeEach
    void openStore() {
        store = opened(Store.open(DatabaseSettings.sqlite(directory.resolve("hss.db")), KeyVault.disabled()));
        store.migrator().migrate();
        alice = SubscriberFixture.subscriber(ALICE.value()).msisdn("3161234567").store(store);
    }

    @AfterEach
    void closeAll() throws Exception {
        for (var closeable : open.reversed()) {
            closeable.close();
        }
    }

    /** Starts both services with these keys of {@code hss} besides. */
    void services(String more) throws Exception {
        config = TestHss.config(CONFIG + more.indent(2));
        var diameter = opened(PeerEngine.start(EngineSettings.from(config.hss()), bus("diameter-changes"), meters));
        port = diameter.listening().getFirst().getPort();
        bus = bus("hss-changes");
        sender = new BusRequestSender(
                bus,
                opened(Replies.open(bus)),
                opened(PeerRegistry.open(bus)),
                config.hss(),
                Clock.systemUTC(),
                new OutboundMeters(meters));
    }

    /** Serves requests of nodes. */
    void pipeline(MoveReceipts receipts) {
        var environment = new HandlerEnvironment(
                config, store, Clock.systemUTC(), new HssEvents(meters), sender, RecentNotes.none(), receipts);
        opened(Pipeline.start(bus, environment, new HssMetrics(meters), List.of(new S6aModule())));
    }

    ChangeDispatcher dispatcher(String holder, Clock clock) {
        return opened(ChangeDispatcher.start(config.hss(), store, sender, holder, clock, new SimpleMeterRegistry()));
    }

    SimulatedMme mme(String host) throws Exception {
        return opened(SimulatedMme.connect(
                LinkSettings.of(PeerIdentity.of(host, REALM), HssEndpoint.of("127.0.0.1", port, REALM))));
    }

    static void attach(SimulatedMme mme) throws Exception {
        assertThat(mme.updateLocation(LocationUpdate.attach(ALICE, new Plmn("999", "99")))
                        .outcome())
                .isEqualTo(Outcome.SUCCESS);
    }

    /** Provisions by SQL, and records {@code changes} in the same transaction. */
    int provision(List<NetworkChange> changes, String... statements) {
        var recorder = store.networkChanges(config.hss().changes());
        int recorded = store.provisioning().write(repositories -> {
            // A deletion is recorded before its rows go, everything else after they were written.
            boolean deletion = changes.stream().anyMatch(NetworkChange.SubscriberDeleted.class::isInstance);
            var origin = new Origin(Optional.of(OPERATION), Instant.now());
            int before = deletion ? recorder.record(repositories, changes, origin) : 0;
            repositories.onConnection(connection -> {
                try (var statement = connection.createStatement()) {
                    for (var sql : statements) {
                        statement.executeUpdate(sql);
                    }
                }
                return statements.length;
            });
            return deletion ? before : recorder.record(repositories, changes, origin);
        });
        store.referenceDataChanged();
        return recorded;
    }

    NetworkChange edited(String... columns) {
        return new NetworkChange.SubscriberEdited(alice.subscriberId(), ALICE, Set.of(columns), Optional.empty());
    }

    /** The one change of the operation, when it has come to an end that {@code ended} accepts. */
    Change awaitChange(Function<Change, Boolean> ended) {
        return await().atMost(PATIENCE)
                .until(
                        () -> store.changeLog().find(ChangeFilter.ofOperation(OPERATION), 10).stream()
                                .filter(ended::apply)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    List<NodeResult> results(Change change) {
        return store.changeLog().results(List.of(change.id()));
    }

    Optional<ServingNode> registration() {
        return store.unitsOfWork().run(work -> {
            work.prefetch(List.of(ALICE), Set.of(Need.values()));
            return work.subscriber(ALICE).flatMap(state -> state.node(NodeType.MME));
        });
    }

    long count(String sql) {
        try (var connection = store.database().readers().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Has {@code mme} note whose data comes, and how often. */
    static ConcurrentHashMap<String, Integer> countSubscribers(SimulatedMme mme) {
        var seen = new ConcurrentHashMap<String, Integer>();
        mme.inbox().answerWith((request, answer) -> {
            seen.merge(request.imsi().map(Imsi::value).orElse(""), 1, Integer::sum);
            return Optional.of(Outcome.SUCCESS);
        });
        return seen;
    }

    void forget(AutoCloseable closed) {
        open.remove(closed);
    }

    private Bus bus(String instance) {
        return opened(Bus.open(settings, instance, meters));
    }

    private <T extends AutoCloseable> T opened(T closeable) {
        open.add(closeable);
        return closeable;
    }
}
