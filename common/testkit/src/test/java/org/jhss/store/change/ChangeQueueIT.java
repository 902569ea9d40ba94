// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jhss.identity.Imsi;
import org.jhss.store.Store;
import org.jhss.store.change.ChangeQueue.Receipt;
import org.jhss.store.database.DatabaseType;
import org.jhss.store.secret.KeyVault;
import org.jhss.store.work.Need;
import org.jhss.store.work.NodeType;
import org.jhss.store.work.ServingNode;
import org.jhss.testkit.database.TestDatabase;
import org.jhss.testkit.fixture.SubscriberFixture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChangeQueueIT {

    private static final Imsi ALICE = new Imsi("001010000000001");
    private static final Imsi BOB = new Imsi("001010000000002");
    private static final String OPERATION = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
    private static final Instant NOW = Instant.parse("2026-11-22T01:02:03Z");
    private static final Instant LATER = NOW.plusSeconds(5);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final TargetNode MME = new TargetNode(1, "mme01.example.org", "example.org", "");

    private SubscriberFixture.Stored alice = new SubscriberFixture.Stored(ALICE, 0, 0, 0);

    private Store open(TestDatabase database) {
        var store = Store.open(database.fresh(), KeyVault.disabled());
        store.migrator().migrate();
        alice = SubscriberFixture.subscriber(ALICE.value()).store(store);
        SubscriberFixture.subscriber(BOB.value()).store(store);
        register(store, NodeType.MME, MME.host());
        register(store, NodeType.SGSN, "sgsn01.example.org");
        return store;
    }

    private static void register(Store store, NodeType type, String host) {
        store.unitsOfWork().run(work -> {
            work.prefetch(Set.of(ALICE), Set.of(Need.values()));
            var address = new ServingNode.Address(host, "example.org", "dra.example.org;hss", "");
            work.subscriber(ALICE).orElseThrow().register(ServingNode.at(type, address, NOW));
            work.commit();
            return type;
        });
    }

    private static int write(Store store, NetworkChange... changes) {
        var writer = new NetworkChanges(store.database().type(), true);
        return store.provisioning()
                .write(repositories ->
                        writer.record(repositories, List.of(changes), new Origin(Optional.of(OPERATION), NOW)));
    }

    private NetworkChange edited(String... columns) {
        return new NetworkChange.SubscriberEdited(alice.subscriberId(), ALICE, Set.of(columns), Optional.empty());
    }

    @ParameterizedTest
    @EnumSource
    void changes_of_one_subscriber_are_taken_as_one_with_all_that_changed(TestDatabase database) {
        try (var store = open(database)) {
            var before = new ApnList(7, List.of(7, 8));
            var moved = new NetworkChange.SubscriberEdited(
                    alice.subscriberId(), ALICE, Set.of("apn_list"), Optional.of(before));
            assertThat(write(store, moved, edited("ue_ambr_dl"), edited("last_modified")))
                    .isEqualTo(2);
            var queue = store.changeQueue();
            assertThat(queue.hasWork(NOW)).isTrue();
            assertThat(queue.take(LATER, Set.of(ALICE.value()), 10)).as("busy").isEmpty();

            var taken = queue.take(LATER, Set.of(), 10);

            assertThat(taken).singleElement().satisfies(change -> {
                assertThat(change.imsi()).contains(ALICE.value());
                assertThat(change.detail().columns()).containsExactlyInAnyOrder("apn_list", "ue_ambr_dl");
                assertThat(change.detail().apnsBefore()).contains(before);
            });
            assertThat(queue.hasDue(LATER)).isFalse();
            assertThat(store.changeLog().find(ChangeFilter.ofSubscriber(ALICE), 10))
                    .extracting(Change::state)
                    .containsExactly(ChangeState.RUNNING, ChangeState.SUPERSEDED);

            assertThat(queue.resume()).as("after a crash").isEqualTo(1);
            assertThat(queue.take(LATER, Set.of(), 10).getFirst().detail())
                    .isEqualTo(taken.getFirst().detail());
        }
    }

    @ParameterizedTest
    @EnumSource
    void attempts_and_what_nodes_answered_are_kept_and_pruned(TestDatabase database) {
        try (var store = open(database)) {
            write(store, edited("msisdn"));
            var queue = store.changeQueue();
            long id = queue.take(LATER, Set.of(), 10).getFirst().id();

            queue.end(
                    List.of(new Ending(id, 1, List.of(result(id, 1, "NO_PEER")), Optional.of(NOW.plus(MINUTE)), true)),
                    LATER);
            assertThat(queue.take(LATER, Set.of(), 10)).isEmpty();
            assertThat(queue.backlog()).isEqualTo(new ChangeQueue.Backlog(1, OptionalLong.of(NOW.toEpochMilli())));
            var again = queue.take(NOW.plus(MINUTE), Set.of(), 10).getFirst();
            assertThat(again.attempts()).isEqualTo(1);
            queue.end(List.of(new Ending(id, 2, List.of(result(id, 2, "2001")), Optional.empty(), false)), LATER);

            assertThat(store.changeLog().get(id).map(Change::state)).contains(ChangeState.DONE);
            assertThat(store.changeLog().results(List.of(id))).containsExactly(result(id, 2, "2001"));
            assertThat(store.changeLog().find(ChangeFilter.ofOperation(OPERATION), 10))
                    .hasSize(1);
            assertThat(queue.prune(LATER.plusSeconds(1))).isEqualTo(1);
            assertThat(store.changeLog().results(List.of(id))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_deleted_subscriber_is_remembered_with_the_nodes_that_served_it(TestDatabase database) {
        try (var store = open(database)) {
            assertThat(write(store, new NetworkChange.SubscriberDeleted(alice.subscriberId(), ALICE)))
                    .isEqualTo(1);

            assertThat(store.changeQueue()
                            .take(LATER, Set.of(), 10)
                            .getFirst()
                            .detail()
                            .targets())
                    .extracting(TargetNode::host, TargetNode::type)
                    .containsExactly(tuple("mme01.example.org", 1), tuple("sgsn01.example.org", 2));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_renamed_subscriber_is_served_nowhere(TestDatabase database) {
        try (var store = open(database)) {
            assertThat(write(
                            store,
                            new NetworkChange.SubscriberRenamed(alice.subscriberId(), new Imsi("001010000000009"))))
                    .isEqualTo(1);

            store.unitsOfWork().run(work -> {
                work.prefetch(Set.of(ALICE), Set.of(Need.values()));
                var state = work.subscriber(ALICE).orElseThrow();
                assertThat(state.node(NodeType.MME)).isEmpty();
                assertThat(state.node(NodeType.SGSN)).isEmpty();
                return state;
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_wide_change_is_spread_to_those_who_are_served_and_ends_with_them(TestDatabase database) {
        try (var store = open(database)) {
            write(store, new NetworkChange.ApnEdited(alice.apnId(), Set.of("qci")));
            var queue = store.changeQueue();
            assertThat(queue.take(NOW, Set.of(), 10))
                    .as("before all know the APN")
                    .isEmpty();
            var wide = queue.take(LATER, Set.of(), 10).getFirst();
            var spreading = store.wideChanges();
            assertThat(spreading.running()).extracting(Change::id).containsExactly(wide.id());

            assertThat(spreading.advance(wide, 1, LATER)).isTrue();
            assertThat(spreading.advance(wide, 1, LATER)).as("one waits").isFalse();
            var part = queue.take(LATER, Set.of(), 10).getFirst();
            assertThat(part.imsi()).contains(ALICE.value());
            assertThat(part.parent()).hasValue(wide.id());
            queue.end(List.of(new Ending(part.id(), 1, List.of(), Optional.empty(), false)), LATER);
            assertThat(spreading.advance(wide, 1, LATER)).as("nobody is left").isTrue();
            assertThat(spreading.advance(wide, 1, LATER)).isTrue();

            assertThat(store.changeLog().get(wide.id())).hasValueSatisfying(change -> {
                assertThat(change.state()).isEqualTo(ChangeState.DONE);
                assertThat(change.spread()).isEqualTo(1);
            });
            assertThat(spreading.running()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_move_waits_its_time_and_goes_when_it_is_confirmed(TestDatabase database) {
        try (var store = open(database)) {
            for (long token = 1; token <= 2; token++) {
                var move = new Move(ALICE, MME, 0, token, NOW, MINUTE);
                store.unitsOfWork().run(work -> {
                    work.prefetch(Set.of(ALICE), Set.of(Need.SERVING_NODES));
                    work.remember(move);
                    work.commit();
                    return move;
                });
            }
            var queue = store.changeQueue();
            assertThat(queue.take(LATER, Set.of(), 10)).isEmpty();

            queue.confirmed(List.of(new Receipt(ALICE.value(), 1)));

            assertThat(queue.take(NOW.plus(MINUTE), Set.of(), 10))
                    .singleElement()
                    .satisfies(change -> {
                        assertThat(change.kind()).isEqualTo(ChangeKind.MOVED);
                        assertThat(change.detail().targets()).containsExactly(MME);
                        assertThat(change.detail().cancellationType()).hasValue(0);
                    });
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_process_at_a_time_has_the_lease(TestDatabase database) {
        try (var store = open(database)) {
            var queue = store.changeQueue();
            assertThat(queue.lease("one", NOW, MINUTE)).isTrue();
            assertThat(queue.lease("two", LATER, MINUTE)).isFalse();
            assertThat(queue.lease("one", LATER, MINUTE)).isTrue();
            assertThat(queue.lease("two", LATER.plus(MINUTE).plusMillis(1), MINUTE))
                    .as("past its end")
                    .isTrue();
            queue.release("two");
            assertThat(queue.lease("one", LATER.plus(MINUTE), MINUTE)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_is_served_by_nobody_costs_no_row_where_none_can_be_overlooked(TestDatabase database) {
        try (var store = open(database)) {
            var bob = store.provisioning()
                    .read(repositories -> repositories.subscribers().findByImsi(BOB))
                    .orElseThrow();
            int id = Optional.ofNullable(bob.subscriberId).orElseThrow();

            int written = write(store, new NetworkChange.SubscriberEdited(id, BOB, Set.of("msisdn"), Optional.empty()));

            assertThat(written).isEqualTo(store.database().type() == DatabaseType.SQLITE ? 0 : 1);
        }
    }

    private static NodeResult result(long change, int attempt, String text) {
        boolean answered = text.equals("2001");
        return new NodeResult(
                change,
                ALICE.value(),
                MME,
                "IDR",
                answered,
                text,
                answered ? OptionalInt.of(2001) : OptionalInt.empty(),
                answered ? OptionalInt.of(0) : OptionalInt.empty(),
                attempt,
                LATER,
                Duration.ofMillis(12));
    }
}
