// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jhss.hss.pipeline.TestHss;
import org.jhss.sim.SimulatedMme;
import org.jhss.sim.stack.AvpName;
import org.jhss.sim.stack.Command;
import org.jhss.store.change.ApnList;
import org.jhss.store.change.ChangeFilter;
import org.jhss.store.change.ChangeKind;
import org.jhss.store.change.ChangeState;
import org.jhss.store.change.NetworkChange;
import org.jhss.store.change.NodeResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From a provisioning transaction to a simulated MME and back. */
@Timeout(120)
class NetworkChangesIT extends ChangesSetup {

    @Test
    void a_changed_rate_reaches_the_mme_and_its_answer_can_be_read() throws Exception {
        services("");
        var dispatcher = dispatcher("one", Clock.systemUTC());
        pipeline(dispatcher);
        var mme = mme(MME);
        attach(mme);

        assertThat(provision(List.of(edited("ue_ambr_dl", "last_modified")), "UPDATE subscriber SET ue_ambr_dl = 4321"))
                .isEqualTo(1);
        dispatcher.wake();

        var data = mme.inbox()
                .await(Command.INSERT_SUBSCRIBER_DATA, PATIENCE)
                .flatMap(request -> request.avps().group(AvpName.SUBSCRIPTION_DATA))
                .orElseThrow();
        assertThat(data.group(AvpName.AMBR).orElseThrow().number(AvpName.MAX_REQUESTED_BANDWIDTH_DL))
                .hasValue(4321);
        assertThat(data.has(AvpName.APN_CONFIGURATION_PROFILE)).isFalse();
        var change = awaitChange(ended -> ended.state() == ChangeState.DONE);
        assertThat(change.kind()).isEqualTo(ChangeKind.SUBSCRIPTION);
        assertThat(change.imsi()).contains(ALICE.value());
        assertThat(results(change)).singleElement().satisfies(result -> {
            assertThat(result.command()).isEqualTo("IDR");
            assertThat(result.node().host()).isEqualTo(MME);
            assertThat(result.success()).isTrue();
            assertThat(result.code()).hasValue(2001);
        });
    }

    @Test
    void who_is_disabled_is_cancelled_and_registered_nowhere() throws Exception {
        services("");
        pipeline(dispatcher("one", Clock.systemUTC()));
        var mme = mme(MME);
        attach(mme);

        provision(List.of(edited("enabled")), "UPDATE subscriber SET enabled = 0");

        var cancel = mme.inbox().await(Command.CANCEL_LOCATION, PATIENCE).orElseThrow();
        assertThat(cancel.avps().number(AvpName.CANCELLATION_TYPE)).hasValue(2);
        assertThat(cancel.avps().number(AvpName.CLR_FLAGS)).hasValue(1);
        assertThat(awaitChange(change -> change.state() == ChangeState.DONE).kind())
                .isEqualTo(ChangeKind.DISABLED);
        assertThat(registration()).isEmpty();
    }

    @Test
    void who_is_deleted_is_cancelled_though_nothing_is_stored_of_it_any_more() throws Exception {
        services("");
        pipeline(dispatcher("one", Clock.systemUTC()));
        var mme = mme(MME);
        attach(mme);

        provision(
                List.of(new NetworkChange.SubscriberDeleted(alice.subscriberId(), ALICE)),
                "DELETE FROM subscriber",
                "DELETE FROM auc");

        var cancel = mme.inbox().await(Command.CANCEL_LOCATION, PATIENCE).orElseThrow();
        assertThat(cancel.imsi()).contains(ALICE);
        assertThat(cancel.avps().number(AvpName.CANCELLATION_TYPE)).hasValue(2);
        var change = awaitChange(ended -> ended.state() == ChangeState.DONE);
        assertThat(results(change)).extracting(NodeResult::result).containsExactly("2001");
    }

    @Test
    void an_apn_taken_from_the_list_is_deleted_at_the_mme_by_its_context_identifier() throws Exception {
        services("");
        pipeline(dispatcher("one", Clock.systemUTC()));
        provisionSecondApn();
        var mme = mme(MME);
        attach(mme);

        var before = new ApnList(alice.apnId(), List.of(alice.apnId(), alice.apnId() + 1));
        provision(
                List.of(new NetworkChange.SubscriberEdited(
                        alice.subscriberId(), ALICE, Set.of("apn_list"), Optional.of(before))),
                "UPDATE subscriber SET apn_list = '" + alice.apnId() + "'");

        var delete = mme.inbox().await(Command.DELETE_SUBSCRIBER_DATA, PATIENCE).orElseThrow();
        assertThat(delete.avps().number(AvpName.DSR_FLAGS)).hasValue(1 << 3);
        assertThat(delete.avps().number(AvpName.CONTEXT_IDENTIFIER)).hasValue(2);
        var change = awaitChange(ended -> ended.state() == ChangeState.DONE);
        assertThat(results(change)).extracting(NodeResult::command).containsExactly("DSR");
    }

    @Test
    void changed_keys_make_the_terminal_attach_anew() throws Exception {
        services("");
        pipeline(dispatcher("one", Clock.systemUTC()));
        var mme = mme(MME);
        attach(mme);

        provision(
                List.of(new NetworkChange.KeysEdited(alice.aucId(), Set.of("ki", "sqn"))),
                "UPDATE auc SET ki = 'ffffffffffffffffffffffffffffffff'");

        var cancel = mme.inbox().await(Command.CANCEL_LOCATION, PATIENCE).orElseThrow();
        assertThat(cancel.avps().number(AvpName.CANCELLATION_TYPE)).hasValue(2);
        assertThat(cancel.avps().number(AvpName.CLR_FLAGS)).hasValue(3);
        awaitChange(change -> change.state() == ChangeState.DONE);
    }

    @Test
    void changes_that_wait_for_an_mme_reach_it_as_one_when_it_is_back() throws Exception {
        services("");
        pipeline(dispatcher("one", Clock.systemUTC()));
        var mme = mme(MME);
        attach(mme);
        mme.close();
        forget(mme);

        provision(List.of(edited("ue_ambr_dl")), "UPDATE subscriber SET ue_ambr_dl = 1111");
        awaitChange(change -> change.state() == ChangeState.PENDING && change.attempts() > 0);
        provision(List.of(edited("msisdn")), "UPDATE subscriber SET msisdn = '3169999999'");
        var back = mme(MME);

        var data = back.inbox()
                .await(Command.INSERT_SUBSCRIBER_DATA, PATIENCE)
                .flatMap(request -> request.avps().group(AvpName.SUBSCRIPTION_DATA))
                .orElseThrow();
        assertThat(data.group(AvpName.AMBR).orElseThrow().number(AvpName.MAX_REQUESTED_BANDWIDTH_DL))
                .hasValue(1111);
        assertThat(data.has(AvpName.MSISDN)).isTrue();
        var done = awaitChange(change -> change.state() == ChangeState.DONE);
        assertThat(awaitChange(change -> change.state() == ChangeState.SUPERSEDED)
                        .supersededBy())
                .hasValue(done.id());
        assertThat(back.inbox().requests()).hasSize(1);
    }

    @Test
    void what_no_node_has_is_not_recorded_and_nothing_is_when_switched_off() throws Exception {
        services("");
        pipeline(dispatcher("one", Clock.systemUTC()));
        assertThat(provision(List.of(edited("ue_ambr_dl")), "UPDATE subscriber SET ue_ambr_dl = 1"))
                .as("served by nobody")
                .isZero();
        attach(mme(MME));
        assertThat(provision(List.of(edited("last_modified")), "UPDATE subscriber SET last_modified = 'now'"))
                .as("of no interest to nodes")
                .isZero();

        config = TestHss.config("hss:\n  changes:\n    enabled: false\n");
        assertThat(provision(List.of(edited("ue_ambr_dl")), "UPDATE subscriber SET ue_ambr_dl = 2"))
                .isZero();

        assertThat(count("SELECT COUNT(*) FROM jhss_change")).isZero();
    }

    @Test
    void an_apn_reaches_all_who_have_it_also_when_the_dispatcher_dies_on_the_way() throws Exception {
        services("changes: {rate: 500}");
        var mme = mme(MME);
        var seen = countSubscribers(mme);
        provisionServed(1000);
        var first = dispatcher("one", Clock.systemUTC());

        provision(
                List.of(new NetworkChange.ApnEdited(alice.apnId(), Set.of("apn_ambr_dl"))),
                "UPDATE apn SET apn_ambr_dl = 7777");
        await().atMost(PATIENCE).until(() -> seen.size() > 100);
        first.stop();
        int reached = seen.size();
        assertThat(reached).isLessThan(1000);
        // The second one's clock is past the end of the first one's lease.
        var second = dispatcher("two", Clock.offset(Clock.systemUTC(), Duration.ofSeconds(15)));

        await().atMost(PATIENCE).until(() -> seen.size() == 1000);
        var wide = new ChangeFilter(
                Optional.of(OPERATION),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.of(ChangeKind.APN),
                OptionalLong.empty());
        var done = await().atMost(PATIENCE)
                .until(
                        () -> store.changeLog().find(wide, 10).stream()
                                .filter(change -> change.state() == ChangeState.DONE)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        assertThat(done.spread()).isEqualTo(1000);
        assertThat(count("SELECT COUNT(*) FROM jhss_change WHERE state = 'done' AND parent = " + done.id()))
                .isEqualTo(1000);
        assertThat(count("SELECT COUNT(*) FROM jhss_change_result WHERE success = 1"))
                .isEqualTo(1000);
        second.close();
        forget(second);
    }

    @Test
    void a_former_mme_hears_of_the_move_also_when_the_process_that_saw_it_died() throws Exception {
        services("");
        var former = mme(MME);
        var next = mme("mme02." + REALM);
        // Receipts that nobody takes: as after a crash between commit and answer.
        pipeline((imsi, token) -> {});
        attach(former);
        attach(next);
        assertThat(count("SELECT COUNT(*) FROM jhss_change WHERE kind = 'MOVED'"))
                .isEqualTo(1);
        assertThat(former.inbox().await(Command.CANCEL_LOCATION, PATIENCE)).isPresent();

        // Past the time that the first process had for it.
        dispatcher("two", Clock.offset(Clock.systemUTC(), Duration.ofSeconds(15)));

        await().atMost(PATIENCE).until(() -> cancellations(former) == 2);
        assertThat(former.inbox().requests().getLast().avps().number(AvpName.CANCELLATION_TYPE))
                .hasValue(0);
        await().atMost(PATIENCE)
                .until(() -> count("SELECT COUNT(*) FROM jhss_change WHERE state = 'done' AND kind = 'MOVED'") == 1);
        assertThat(registration().orElseThrow().address().host()).isEqualTo("mme02." + REALM);
    }

    @Test
    void a_move_that_the_former_mme_has_confirmed_leaves_no_trace() throws Exception {
        services("");
        pipeline(dispatcher("one", Clock.systemUTC()));
        var former = mme(MME);
        attach(former);
        attach(mme("mme02." + REALM));

        assertThat(former.inbox().await(Command.CANCEL_LOCATION, PATIENCE)).isPresent();
        await().atMost(PATIENCE).until(() -> count("SELECT COUNT(*) FROM jhss_change") == 0);
        assertThat(cancellations(former)).isEqualTo(1);
        assertThat(store.changeLog().find(ChangeFilter.ALL, 10)).isEmpty();
    }

    private static long cancellations(SimulatedMme mme) {
        return mme.inbox().requests().stream()
                .filter(request -> request.command() == Command.CANCEL_LOCATION)
                .count();
    }

    private void provisionSecondApn() {
        provision(
                List.of(),
                "INSERT INTO apn (apn, ip_version, apn_ambr_dl, apn_ambr_ul, qci, arp_priority, arp_preemption_capability,"
                        + " arp_preemption_vulnerability, nbiot) VALUES ('ims', 0, 1, 1, 5, 1, 0, 0, 0)",
                "UPDATE subscriber SET apn_list = '" + alice.apnId() + "," + (alice.apnId() + 1) + "'");
    }

    private void provisionServed(int subscribers) {
        var keys = """
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
                INSERT INTO auc (ki, opc, amf, sqn, imsi) SELECT '465b5ce8b199b49faa5f0a2ee238a6bc',
                  'cd63cb71954a9f4e48a5994e37a02baf', '8000', 0, '99999000001' || substr('000' || i, -4) FROM n
                """.formatted(subscribers);
        var served = """
                INSERT INTO subscriber (imsi, enabled, auc_id, default_apn, apn_list, ue_ambr_dl, ue_ambr_ul, nam,
                  roaming_enabled, serving_mme, serving_mme_realm, serving_mme_peer, serving_mme_timestamp)
                SELECT a.imsi, 1, a.auc_id, %1$d, '%1$d', 1000, 1000, 0, 1, '%2$s', '%3$s', '%2$s', '2026-11-22 01:02:03.000000'
                FROM auc a WHERE a.auc_id > 1
                """.formatted(alice.apnId(), MME, REALM);
        provision(List.of(), keys, served);
    }
}
