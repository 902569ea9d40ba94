// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.FutureTask;
import org.jhss.identity.Imsi;
import org.jhss.store.Store;
import org.jhss.store.secret.KeyVault;
import org.jhss.testkit.database.TestDatabase;
import org.jhss.testkit.fixture.SubscriberFixture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What batches about one subscriber see of each other. */
class LockIT {

    private static final Imsi IMSI = new Imsi("001010000000001");
    private static final Imsi OTHER = new Imsi("001010000000002");
    private static final Set<Need> ALL = EnumSet.allOf(Need.class);
    private static final Instant NOW = Instant.parse("2026-11-22T01:02:03Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final PdnGateway GATEWAY =
            new PdnGateway("internet", OptionalInt.of(1), "pgw.example.org", "", List.of(), Optional.empty(), NOW);

    private static Store open(TestDatabase database) {
        var store = Store.open(database.fresh(), KeyVault.disabled());
        store.migrator().migrate();
        SubscriberFixture.subscriber(IMSI.value()).sqn(1000).store(store);
        SubscriberFixture.subscriber(OTHER.value()).sqn(5000).store(store);
        return store;
    }

    private static ServingNode mme(String host) {
        return ServingNode.at(NodeType.MME, new ServingNode.Address(host, "example.org", "", ""), NOW);
    }

    private record Seen(
            Optional<ServingNode> replaced, boolean reachabilityRequested, List<PdnGateway> gateways, long sqn) {}

    @ParameterizedTest
    @EnumSource
    void a_batch_that_waited_for_another_sees_what_it_registered(TestDatabase database) throws Exception {
        try (var store = open(database)) {
            assertSecondSeesFirst(database, store);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_batch_that_waited_for_keys_without_imsi_sees_it_too(TestDatabase database) throws Exception {
        try (var store = open(database)) {
            Sql.execute(store, "UPDATE auc SET imsi = NULL");
            assertSecondSeesFirst(database, store);
        }
    }

    private static void assertSecondSeesFirst(TestDatabase database, Store store) throws Exception {
        var second = new FutureTask<>(() -> registerAt(store, "b.example.org"));
        var thread = new Thread(second, "second");
        try (var unit = store.unitsOfWork().begin()) {
            unit.prefetch(Set.of(OTHER), ALL);
            var state = unit.subscriber(OTHER).orElseThrow();
            assertThat(state.register(mme("a.example.org"))).isEmpty();
            state.putPdnGateway(GATEWAY);
            state.setReachabilityRequested(true);
            state.setSqn(5032);
            thread.start();
            await().atMost(PATIENCE).until(() -> isWaiting(database, store, thread));
            unit.commit();
        }

        assertThat(second.get()).isEqualTo(new Seen(Optional.of(mme("a.example.org")), true, List.of(GATEWAY), 5032));
    }

    /** The batch has got hold of one subscriber when it waits for the other. */
    private static Seen registerAt(Store store, String host) {
        try (var unit = store.unitsOfWork().begin()) {
            unit.prefetch(Set.of(IMSI, OTHER), ALL);
            var state = unit.subscriber(OTHER).orElseThrow();
            var seen = new Seen(
                    state.register(mme(host)), state.isReachabilityRequested(), state.pdnGateways(), state.sqn());
            unit.commit();
            return seen;
        }
    }

    private static boolean isWaiting(TestDatabase database, Store store, Thread thread) throws SQLException {
        return switch (database) {
            // Its only writing connection is taken.
            case SQLITE -> thread.getState() == Thread.State.TIMED_WAITING;
            case POSTGRESQL ->
                Sql.text(
                                store,
                                "SELECT pid FROM pg_stat_activity"
                                        + " WHERE datname = current_database() AND wait_event_type = 'Lock'")
                        .isPresent();
            case MARIADB ->
                Sql.text(store, "SELECT trx_id FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'")
                        .isPresent();
        };
    }

    @ParameterizedTest
    @EnumSource
    void imsis_that_refer_to_one_key_row_share_its_sqn(TestDatabase database) throws Exception {
        try (var store = open(database)) {
            Sql.execute(store, "UPDATE auc SET imsi = NULL WHERE imsi = '" + OTHER + "'");
            Sql.execute(
                    store,
                    "UPDATE subscriber SET auc_id = (SELECT auc_id FROM auc WHERE imsi = '" + IMSI + "') WHERE imsi = '"
                            + OTHER + "'");
            try (var unit = store.unitsOfWork().begin()) {
                unit.prefetch(Set.of(IMSI, OTHER), EnumSet.of(Need.AUTHENTICATION));
                var one = unit.subscriber(IMSI).orElseThrow();
                var other = unit.subscriber(OTHER).orElseThrow();
                one.setSqn(1032);
                assertThat(other.sqn()).isEqualTo(1032);
                other.setSqn(1064);
                assertThat(one.sqn()).isEqualTo(1064);
                int mark = unit.mark();
                one.setSqn(9999);
                unit.rollbackTo(mark);
                assertThat(other.sqn()).isEqualTo(1064);
                unit.commit();
            }
            assertThat(Sql.text(store, "SELECT sqn FROM auc WHERE imsi = '" + IMSI + "'"))
                    .contains("1064");
        }
    }
}
