// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jhss.identity.Imsi;
import org.jhss.store.Store;
import org.jhss.store.database.DatabaseSettings;
import org.jhss.store.database.DatabaseType;
import org.jhss.store.database.StoreException;
import org.jhss.store.migration.DatabaseMigrator;
import org.jhss.store.secret.KeyVault;
import org.jhss.testkit.database.TestDatabase;
import org.jhss.testkit.fixture.SubscriberFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailureIT {

    private static final Imsi ONE = new Imsi("001010000000001");
    private static final Imsi TWO = new Imsi("001010000000002");

    @ParameterizedTest
    @EnumSource
    void a_database_that_is_down_is_unavailable(DatabaseType type, @TempDir Path directory) {
        var settings = type == DatabaseType.SQLITE
                ? DatabaseSettings.sqlite(directory.resolve("no/such/directory/hss.db"))
                : DatabaseSettings.server(type, "127.0.0.1:1", "jhss", "jhss", "");
        try (var store = Store.open(settings.withPatience(Duration.ofMillis(300)), KeyVault.disabled())) {
            assertThatThrownBy(() -> store.unitsOfWork().begin()).isInstanceOf(StoreException.Unavailable.class);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
    void a_server_that_could_not_be_connected_to_is_not_waited_for_again(DatabaseType type) {
        var settings = DatabaseSettings.server(type, "127.0.0.1:1", "jhss", "jhss", "");
        try (var store = Store.open(settings.withPatience(Duration.ofMillis(300)), KeyVault.disabled())) {
            assertThatThrownBy(() -> store.unitsOfWork().begin())
                    .isInstanceOf(StoreException.Unavailable.class)
                    .hasMessageContaining("no connection");
            for (int i = 0; i < 100; i++) {
                assertThatThrownBy(() -> store.unitsOfWork().begin())
                        .isInstanceOf(StoreException.Unavailable.class)
                        .hasMessageContaining("is down");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
    void batches_that_deadlock_are_done_again(TestDatabase database) throws Exception {
        try (var store = Store.open(database.fresh(), KeyVault.disabled());
                var pool = Executors.newFixedThreadPool(2)) {
            store.migrator().migrate();
            SubscriberFixture.subscriber(ONE.value()).store(store);
            SubscriberFixture.subscriber(TWO.value()).store(store);
            var bothHoldOne = new CyclicBarrier(2);
            var attempts = new AtomicInteger();
            List<Callable<Boolean>> crosswise = List.of(
                    () -> lockInOrder(store, ONE, TWO, bothHoldOne, attempts),
                    () -> lockInOrder(store, TWO, ONE, bothHoldOne, attempts));
            for (var done : pool.invokeAll(crosswise)) {
                assertThat(done.get()).isTrue();
            }
            assertThat(attempts).hasValueGreaterThan(2);
            try (var unit = store.unitsOfWork().begin()) {
                unit.prefetch(Set.of(ONE, TWO), Set.of());
                assertThat(unit.subscriber(ONE).orElseThrow().sqn()).isEqualTo(2);
                assertThat(unit.subscriber(TWO).orElseThrow().sqn()).isEqualTo(2);
            }
        }
    }

    private static boolean lockInOrder(
            Store store, Imsi first, Imsi second, CyclicBarrier bothHoldOne, AtomicInteger attempts) {
        var meet = new AtomicInteger();
        return store.unitsOfWork().run(unit -> {
            attempts.incrementAndGet();
            unit.prefetch(Set.of(first), Set.of());
            if (meet.getAndIncrement() == 0) {
                await(bothHoldOne);
            }
            unit.prefetch(Set.of(second), Set.of());
            for (var imsi : List.of(first, second)) {
                var state = unit.subscriber(imsi).orElseThrow();
                state.setSqn(state.sqn() + 1);
            }
            unit.commit();
            return true;
        });
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_sqlite_file_that_another_process_writes_is_busy() throws Exception {
        var settings = TestDatabase.SQLITE.fresh();
        new DatabaseMigrator(settings).migrate();
        try (var store = Store.open(settings.withPatience(Duration.ofMillis(300)), KeyVault.disabled())) {
            SubscriberFixture.subscriber(ONE.value()).store(store);
            try (var other = DriverManager.getConnection("jdbc:sqlite:" + settings.database());
                    var statement = other.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                assertThatThrownBy(() -> store.unitsOfWork().begin()).isInstanceOf(StoreException.Retryable.class);
                statement.execute("ROLLBACK");
            }
            try (var unit = store.unitsOfWork().begin()) {
                unit.prefetch(Set.of(ONE), Set.of());
                assertThat(unit.subscriber(ONE)).isPresent();
            }
        }
    }

    @Test
    void a_connection_that_the_server_cut_is_replaced() throws Exception {
        try (var store = Store.open(TestDatabase.POSTGRESQL.fresh(), KeyVault.disabled())) {
            store.migrator().migrate();
            SubscriberFixture.subscriber(ONE.value()).store(store);
            try (var unit = store.unitsOfWork().begin()) {
                unit.prefetch(Set.of(ONE), Set.of());
                Sql.text(
                        store,
                        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                                + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
                unit.subscriber(ONE).orElseThrow().setSqn(1);
                assertThatThrownBy(unit::commit).isInstanceOf(StoreException.Unavailable.class);
            }
            try (var unit = store.unitsOfWork().begin()) {
                unit.prefetch(Set.of(ONE), Set.of());
                assertThat(unit.subscriber(ONE).orElseThrow().sqn()).isZero();
            }
        }
    }
}
