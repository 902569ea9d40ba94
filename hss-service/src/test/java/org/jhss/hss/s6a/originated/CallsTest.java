// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.originated;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.dictionary.S6aFlags.Clr;
import org.jhss.hss.outbound.OutboundResult;
import org.jhss.identity.PeerHost;
import org.jhss.store.work.NodeType;
import org.jhss.testkit.fixture.SubscriberFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cancel-Location and Reset on behalf of other services, and what holds for all calls. */
class CallsTest extends CallsSetup {

    @Test
    void deregistering_cancels_and_forgets_whatever_the_nodes_say() {
        register(ALICE, node(NodeType.SGSN, SGSN));
        nodes.fail(SGSN, new OutboundResult.NoPeer());

        var results = call("s6a.deregister", "{'imsi': '%s'}").get("results");

        assertThat(results).hasSize(2);
        assertThat(results.get(1).get("result").stringValue()).isEqualTo("NO_PEER");
        assertThat(nodes.received())
                .hasSize(2)
                .allSatisfy(received -> assertThat(received.message().enumerated(S6a.CANCELLATION_TYPE, -1))
                        .isEqualTo(2));
        assertThat(registration(NodeType.MME)).isEmpty();
        assertThat(registration(NodeType.SGSN)).isEmpty();
    }

    @Test
    void a_withdrawal_cancels_at_every_node_and_forgets_the_registrations() {
        register(ALICE, node(NodeType.SGSN, SGSN));

        var body = call("s6a.cancel-location", "{'imsi': '%s', 'reattach': true}");

        assertThat(body.get("results"))
                .hasSize(2)
                .allMatch(result -> result.get("success").booleanValue());
        assertThat(body.get("results").get(0).get("host").stringValue()).isNotEmpty();
        assertThat(nodes.received()).hasSize(2).allSatisfy(received -> {
            assertThat(received.request().command()).isEqualTo(S6a.CLR);
            assertThat(received.message().text(Base.USER_NAME)).isEqualTo(ALICE);
            assertThat(received.message().enumerated(S6a.CANCELLATION_TYPE, -1)).isEqualTo(2);
            assertThat(received.message().integer32(S6a.CLR_FLAGS, 0) & Clr.REATTACH_REQUIRED)
                    .isNotZero();
        });
        assertThat(registration(NodeType.MME)).isEmpty();
        assertThat(registration(NodeType.SGSN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, mme, 0, true",
        "mme-update-procedure, all, 0, true",
        "update-procedure-iwf, mme, 3, true",
        "3, mme, 3, true",
        "initial-attach-procedure, mme, 4, false",
        "4, mme, 4, false"
    })
    void each_type_is_told_and_only_an_initial_attach_keeps_the_registration(
            String type, String node, int value, boolean forgotten) {
        var quoted = type.length() == 1 ? type : "'" + type + "'";

        call("s6a.cancel-location", "{'imsi': '%s', 'type': " + quoted + ", 'node': '" + node + "'}");

        assertThat(nodes.received()).hasSize(1);
        var request = nodes.received().getFirst().message();
        assertThat(request.enumerated(S6a.CANCELLATION_TYPE, -1)).isEqualTo(value);
        assertThat(request.integer32(S6a.CLR_FLAGS, 0)).isEqualTo(Clr.S6A_S6D_INDICATOR);
        assertThat(registration(NodeType.MME).isEmpty()).isEqualTo(forgotten);
    }

    @Test
    void an_sgsn_update_goes_to_the_sgsn_without_the_indicator_of_an_mme() {
        register(ALICE, node(NodeType.SGSN, SGSN));

        call("s6a.cancel-location", "{'imsi': '%s', 'type': 1}");

        assertThat(nodes.received()).hasSize(1);
        var received = nodes.received().getFirst();
        assertThat(received.request().destinationHost()).contains(new PeerHost(SGSN));
        assertThat(received.message().integer32(S6a.CLR_FLAGS, 0)).isZero();
        assertThat(registration(NodeType.MME)).isPresent();
    }

    @Test
    void a_registration_whose_node_did_not_confirm_is_kept_and_the_caller_told_why() {
        nodes.fail(MME, new OutboundResult.Timeout());

        var body = call("s6a.cancel-location", "{'imsi': '%s'}");

        var result = body.get("results").get(0);
        assertThat(result.get("success").booleanValue()).isFalse();
        assertThat(result.get("result").stringValue()).isEqualTo("TIMEOUT");
        assertThat(registration(NodeType.MME)).isPresent();
    }

    @Test
    void a_subscriber_that_attaches_again_meanwhile_stays_registered() {
        nodes.meanwhile(() -> register(ALICE, node(NodeType.MME, MME, Instant.parse("2026-01-02T00:00:00Z"))));

        call("s6a.cancel-location", "{'imsi': '%s', 'reattach': true}");

        assertThat(registration(NodeType.MME)).isPresent();
    }

    @Test
    void a_subscriber_that_is_registered_nowhere_has_no_results() {
        change(ALICE, state -> state.deregister(NodeType.MME));

        assertThat(call("s6a.cancel-location", "{'imsi': '%s'}").get("results")).isEmpty();
        assertThat(nodes.received()).isEmpty();
    }

    @Test
    void a_node_that_the_caller_names_is_addressed_also_for_an_unknown_subscriber() {
        var other = "mme77.example.org";
        nodes.answer(other, false, 2001, avps -> {});

        var body = callFor(
                "s6a.cancel-location",
                "999990000009999",
                "{'imsi': '%s', 'host': '" + other + "', 'realm': 'example.org', 'peer': 'dra.example.org'}");

        assertThat(body.get("results").get(0).get("success").booleanValue()).isTrue();
        assertThat(nodes.received()).hasSize(1).first().satisfies(received -> {
            assertThat(received.request().destinationHost()).contains(new PeerHost(other));
            assertThat(received.request().destinationRealm().value()).isEqualTo("example.org");
            assertThat(received.request().via()).contains(new PeerHost("dra.example.org"));
        });
        assertThat(registration(NodeType.MME)).isPresent();
    }

    @Test
    void a_reset_goes_once_to_each_node_that_serves_anybody() {
        SubscriberFixture.subscriber(BOB).store(store);
        register(ALICE, node(NodeType.SGSN, MME));
        register(BOB, node(NodeType.SGSN, SGSN));

        var all = call("s6a.reset", "{}");

        assertThat(all.get("results")).hasSize(2);
        assertThat(nodes.received())
                .extracting(received ->
                        received.request().destinationHost().orElseThrow().value())
                .containsExactlyInAnyOrder(MME, SGSN);
        assertThat(nodes.received())
                .allMatch(received -> received.request().command().equals(S6a.RSR)
                        && !received.message().has(S6a.USER_ID));
    }

    @Test
    void a_reset_of_some_subscribers_goes_to_their_nodes_only() {
        SubscriberFixture.subscriber(BOB).store(store);
        register(BOB, node(NodeType.SGSN, SGSN));

        call("s6a.reset", "{'user_ids': ['99998'], 'reset_ids': ['0a0b']}");

        assertThat(nodes.received()).hasSize(1).first().satisfies(received -> {
            assertThat(received.request().destinationHost()).contains(new PeerHost(SGSN));
            assertThat(received.message().text(S6a.USER_ID)).isEqualTo("99998");
            assertThat(received.message().octets(S6a.RESET_ID)).containsExactly(0x0a, 0x0b);
        });
    }

    @Test
    void a_purged_registration_is_left_alone() {
        change(ALICE, state -> state.purge(NodeType.MME));

        assertThat(call("s6a.cancel-location", "{'imsi': '%s'}").get("results")).isEmpty();
        assertThat(call("s6a.insert-subscriber-data", "{'imsi': '%s'}").get("results"))
                .isEmpty();
        assertThat(call("s6a.reset", "{}").get("results")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s6a.cancel-location        | {}                                                        | imsi",
                "s6a.cancel-location        | {'imsi': 999990000000001}                                 | imsi",
                "s6a.cancel-location        | {'imsi': 'x'}                                             | imsi",
                "s6a.cancel-location        | {'imsi': '999990000009999'}                               | imsi",
                "s6a.cancel-location        | {'imsi': '%s', 'type': 6}                                 | type",
                "s6a.cancel-location        | {'imsi': '%s', 'type': 'soon'}                            | type",
                "s6a.cancel-location        | {'imsi': '%s', 'type': 0, 'node': 'sgsn'}                 | type",
                "s6a.cancel-location        | {'imsi': '%s', 'node': 'amf'}                             | node",
                "s6a.cancel-location        | {'imsi': '%s', 'reattach': 'yes'}                         | reattach",
                "s6a.cancel-location        | {'imsi': '%s', 'type': 0, 'reattach': true}               | reattach",
                "s6a.cancel-location        | {'imsi': '%s', 'host': 'no host'}                         | host",
                "s6a.cancel-location        | {'imsi': '%s', 'realm': 'example.org'}                    | host",
                "s6a.cancel-location        | {'imsi': '%s', 'tpye': 2}                                 | tpye",
                "s6a.insert-subscriber-data | {'imsi': '%s', 'scope': 'none'}                           | scope",
                "s6a.insert-subscriber-data | {'imsi': '%s', 'scope': ['ambr', 'luck']}                 | scope",
                "s6a.insert-subscriber-data | {'imsi': '%s', 'request': 'mood'}                         | request",
                "s6a.insert-subscriber-data | {'imsi': '%s', 'request': [1]}                            | request",
                "s6a.delete-subscriber-data | {'imsi': '%s'}                                            | data",
                "s6a.delete-subscriber-data | {'imsi': '%s', 'data': 'everything'}                      | data",
                "s6a.delete-subscriber-data | {'imsi': '%s', 'data': 'pdn-subscription-contexts'}       | context_ids",
                "s6a.delete-subscriber-data | {'imsi': '%s', 'data': 'stn-sr', 'context_ids': [2]}      | context_ids",
                "s6a.delete-subscriber-data | {'imsi': '%s', 'data': 'pdp-contexts', 'context_ids': ['2']} | context_ids",
                "s6a.delete-subscriber-data | {'imsi': '%s', 'data': 'pdn-subscription-contexts', 'context_ids': [1]} | context_ids",
                "s6a.delete-subscriber-data | {'imsi': '%s', 'data': 'trace-data', 'trace_reference': 'xyz'} | trace_reference",
                "s6a.reset                  | {'user_ids': '12'}                                        | user_ids",
                "s6a.reset                  | {'reset_ids': 'g'}                                        | reset_ids"
            })
    void a_faulty_call_is_answered_with_the_field_at_fault_and_does_nothing(
            String name, String arguments, String field) {
        var body = call(name, arguments);

        assertThat(body.has("results")).isFalse();
        assertThat(body.get("error").get("field").stringValue()).isEqualTo(field);
        assertThat(body.get("error").get("message").stringValue()).isNotBlank();
        assertThat(nodes.received()).isEmpty();
        assertThat(registration(NodeType.MME)).isPresent();
    }
}
