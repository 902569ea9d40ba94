// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.originated;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.Cx;
import org.jhss.diameter.dictionary.Gx;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.dictionary.S6aFlags.Clr;
import org.jhss.diameter.dictionary.S6aFlags.Dsr;
import org.jhss.diameter.dictionary.S6aFlags.Idr;
import org.jhss.hss.handler.HandlerEnvironment;
import org.jhss.hss.metrics.HssEvents;
import org.jhss.hss.outbound.OutboundResult;
import org.jhss.hss.pipeline.TestHss;
import org.jhss.hss.s6a.features.Feature;
import org.jhss.identity.Imsi;
import org.jhss.identity.PeerHost;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The calls, on a real database and with nodes that answer as told. */
class CallsTest {

    private static final String CONFIG = """
            hss:
              OriginHost: hss01.epc.mnc099.mcc999.3gppnetwork.org
              MCC: "999"
              MNC: "99"
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ALICE = "999990000000001";
    private static final String BOB = "999980000000002";
    private static final String REALM = "epc.mnc099.mcc999.3gppnetwork.org";
    private static final String MME = "mme01." + REALM;
    private static final String SGSN = "sgsn01." + REALM;
    private static final Instant YESTERDAY = Instant.parse("2026-01-01T00:00:00Z");

    private final FakeNodes nodes = new FakeNodes();

    @TempDir
    Path directory;

    private Store store;
    private Map<String, CallHandler> calls = Map.of();

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
    void all_of_the_subscription_is_sent_when_nothing_else_is_asked_for() {
        var body = call("s6a.insert-subscriber-data", "{'imsi': '%s'}");

        assertThat(body.get("results").get(0).get("result").stringValue()).isEqualTo("SUCCESS");
        assertThat(body.get("results").get(0).get("code").intValue()).isEqualTo(2001);
        var request = nodes.received().getFirst().message();
        assertThat(request.has(S6a.IDR_FLAGS)).isFalse();
        var data = request.find(S6a.SUBSCRIPTION_DATA);
        assertThat(data.has(S6a.AMBR)).isTrue();
        assertThat(data.has(S6a.SUBSCRIBER_STATUS)).isTrue();
        assertThat(data.find(S6a.APN_CONFIGURATION_PROFILE).has(S6a.APN_CONFIGURATION))
                .isTrue();
    }

    @Test
    void only_what_has_changed_is_sent_when_the_caller_says_so() {
        call("s6a.insert-subscriber-data", "{'imsi': '%s', 'scope': ['ambr', 'barring']}");

        var data = nodes.received().getFirst().message().find(S6a.SUBSCRIPTION_DATA);
        assertThat(data)
                .extracting(avp -> avp.definition().orElseThrow())
                .containsExactly(S6a.SUBSCRIBER_STATUS, S6a.AMBR);
    }

    @Test
    void what_a_node_tells_of_a_subscriber_comes_back_and_its_location_is_stored() {
        nodes.answer(
                MME,
                false,
                2001,
                avps -> avps.add(Gx.RAT_TYPE, 1004)
                        .add(S6a.IMS_VOICE_OVER_PS_SESSIONS_SUPPORTED, 1)
                        .add(S6a.LAST_UE_ACTIVITY_TIME, YESTERDAY)
                        .begin(S6a.EPS_USER_STATE)
                        .begin(S6a.MME_USER_STATE)
                        .add(S6a.USER_STATE, 4)
                        .end()
                        .end()
                        .begin(S6a.EPS_LOCATION_INFORMATION)
                        .begin(S6a.MME_LOCATION_INFORMATION)
                        .add(S6a.E_UTRAN_CELL_GLOBAL_IDENTITY, HexFormat.of().parseHex("99f99901234567"))
                        .add(S6a.TRACKING_AREA_IDENTITY, HexFormat.of().parseHex("99f9991001"))
                        .add(S6a.CURRENT_LOCATION_RETRIEVED, 0)
                        .add(S6a.AGE_OF_LOCATION_INFORMATION, 0)
                        .end()
                        .end()
                        .begin(S6a.LOCAL_TIME_ZONE)
                        .add(S6a.TIME_ZONE, "+8")
                        .add(S6a.DAYLIGHT_SAVING_TIME, 1)
                        .end());

        var body = call(
                "s6a.insert-subscriber-data",
                "{'imsi': '%s', 'request': ['state', 'current-location', 'rat-type', 't-ads', 'time-zone']}");

        var request = nodes.received().getFirst().message();
        assertThat(request.find(S6a.SUBSCRIPTION_DATA).isPresent()).isTrue();
        assertThat(request.find(S6a.SUBSCRIPTION_DATA).valueLength()).isZero();
        assertThat(request.integer32(S6a.IDR_FLAGS, 0))
                .isEqualTo(Idr.EPS_USER_STATE_REQUEST
                        | Idr.EPS_LOCATION_INFORMATION_REQUEST
                        | Idr.CURRENT_LOCATION_REQUEST
                        | Idr.RAT_TYPE_REQUESTED
                        | Idr.T_ADS_DATA_REQUEST
                        | Idr.LOCAL_TIME_ZONE_REQUEST);
        var result = body.get("results").get(0);
        assertThat(result.get("mme_user_state").stringValue()).isEqualTo("CONNECTED_REACHABLE_FOR_PAGING");
        assertThat(result.get("rat_type").intValue()).isEqualTo(1004);
        assertThat(result.get("ims_voice_over_ps_supported").booleanValue()).isTrue();
        assertThat(result.get("last_ue_activity_time").stringValue()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(result.get("local_time_zone").get("time_zone").stringValue()).isEqualTo("+8");
        assertThat(result.get("local_time_zone").get("daylight_saving_time").intValue())
                .isEqualTo(1);
        var location = result.get("location").get("mme");
        assertThat(location.get("ecgi").get("eci").intValue()).isEqualTo(0x1234567);
        assertThat(location.get("ecgi").get("enodeb_id").intValue()).isEqualTo(0x12345);
        assertThat(location.get("ecgi").get("mcc").stringValue()).isEqualTo("999");
        assertThat(location.get("tai").get("tac").intValue()).isEqualTo(0x1001);
        assertThat(location.get("current").booleanValue()).isTrue();
        assertThat(location.get("age_minutes").intValue()).isZero();
        assertThat(read(ALICE, SubscriberState::lastSeen))
                .hasValueSatisfying(seen -> assertThat(seen.tac()).isEqualTo("4097"));
    }

    @Test
    void areas_of_an_sgsn_come_back_too() {
        register(ALICE, node(NodeType.SGSN, SGSN));
        nodes.answer(
                SGSN,
                false,
                2001,
                avps -> avps.begin(S6a.EPS_LOCATION_INFORMATION)
                        .begin(S6a.SGSN_LOCATION_INFORMATION)
                        .add(S6a.CELL_GLOBAL_IDENTITY, HexFormat.of().parseHex("99f99900020003"))
                        .add(S6a.ROUTING_AREA_IDENTITY, HexFormat.of().parseHex("99f999000204"))
                        .add(S6a.SERVICE_AREA_IDENTITY, HexFormat.of().parseHex("99f999"))
                        .end()
                        .end());

        var body = call("s6a.insert-subscriber-data", "{'imsi': '%s', 'request': 'location', 'node': 'sgsn'}");

        var location = body.get("results").get(0).get("location").get("sgsn");
        assertThat(location.get("cgi").get("ci").intValue()).isEqualTo(3);
        assertThat(location.get("rai").get("rac").intValue()).isEqualTo(4);
        assertThat(location.has("sai")).as("malformed").isFalse();
    }

    @Test
    void a_node_is_not_asked_for_what_it_has_said_it_cannot_do() {
        register(ALICE, withFeatures(node(NodeType.MME, MME), Feature.STATE_LOCATION_INFORMATION_RETRIEVAL.mask()));

        var refused = call("s6a.insert-subscriber-data", "{'imsi': '%s', 'request': 't-ads'}");
        var asked = call("s6a.insert-subscriber-data", "{'imsi': '%s', 'request': 'state'}");

        assertThat(refused.get("results").get(0).get("result").stringValue()).isEqualTo("FAILED");
        assertThat(refused.get("results").get(0).get("reason").stringValue()).contains("t-ads");
        assertThat(asked.get("results").get(0).get("success").booleanValue()).isTrue();
        assertThat(nodes.received())
                .hasSize(1)
                .allMatch(received -> received.message().has(Cx.SUPPORTED_FEATURES));
    }

    @Test
    void a_wait_for_the_terminal_is_recorded_before_the_node_is_asked() {
        nodes.meanwhile(() -> assertThat(read(ALICE, SubscriberState::isReachabilityRequested))
                .isTrue());

        call("s6a.insert-subscriber-data", "{'imsi': '%s', 'request': 'reachability'}");

        assertThat(nodes.received().getFirst().message().integer32(S6a.IDR_FLAGS, 0))
                .isEqualTo(Idr.UE_REACHABILITY_REQUEST);
        assertThat(registration(NodeType.MME).orElseThrow().reachabilityRequested())
                .isTrue();
    }

    @Test
    void an_mme_loses_its_registration_for_short_messages() {
        change(
                ALICE,
                state -> state.register(
                        node(NodeType.MME, MME).withSms(new ServingNode.Sms(true, "491700000001", "", ""))));

        call("s6a.insert-subscriber-data", "{'imsi': '%s', 'request': 'remove-sms-registration'}");

        assertThat(registration(NodeType.MME).orElseThrow().sms().registered()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s6a.insert-subscriber-data | {'imsi': '%s'}",
                "s6a.delete-subscriber-data | {'imsi': '%s', 'data': 'stn-sr'}"
            })
    void a_registration_that_its_node_knows_nothing_of_is_purged(String name, String arguments) {
        nodes.answer(MME, true, 5001, avps -> {});

        var body = call(name, arguments);

        assertThat(body.get("results").get(0).get("result").stringValue()).isEqualTo("USER_UNKNOWN");
        assertThat(body.get("results").get(0).get("vendor").intValue()).isEqualTo(10415);
        assertThat(registration(NodeType.MME).map(ServingNode::purged)).contains(true);
        assertThat(call(name, arguments).get("results")).isEmpty();
    }

    @Test
    void data_is_withdrawn_with_the_details_that_its_flags_need() {
        call(
                "s6a.delete-subscriber-data",
                "{'imsi': '%s', 'data': ['regional-subscription', 'pdn-subscription-contexts', 'trace-data', 'lcs', 'sms',"
                        + " 'monitoring-events'], 'context_ids': [2, 3], 'trace_reference': '99f999000001',"
                        + " 'ss_codes': ['b1', 'b2'], 'ts_codes': '21', 'scef_id': 'scef.example.org'}");

        var request = nodes.received().getFirst().message();
        assertThat(request.integer32(S6a.DSR_FLAGS, 0))
                .isEqualTo(Dsr.REGIONAL_SUBSCRIPTION_WITHDRAWAL
                        | Dsr.PDN_SUBSCRIPTION_CONTEXTS_WITHDRAWAL
                        | Dsr.TRACE_DATA_WITHDRAWAL
                        | Dsr.LCS_WITHDRAWAL
                        | Dsr.SMS_WITHDRAWAL
                        | Dsr.DELETE_MONITORING_EVENTS);
        assertThat(request.all(S6a.CONTEXT_IDENTIFIER))
                .extracting(avp -> avp.unsigned32())
                .containsExactly(2L, 3L);
        assertThat(request.octets(S6a.TRACE_REFERENCE)).isEqualTo(HexFormat.of().parseHex("99f999000001"));
        assertThat(request.all(S6a.SS_CODE)).hasSize(2);
        assertThat(request.all(S6a.TS_CODE)).hasSize(1);
    }

    @Test
    void an_mme_is_not_told_to_drop_all_apns() {
        register(ALICE, node(NodeType.SGSN, SGSN));

        var body = call("s6a.delete-subscriber-data", "{'imsi': '%s', 'data': 'complete-apn-configuration-profile'}");

        assertThat(nodes.received())
                .extracting(received ->
                        received.request().destinationHost().orElseThrow().value())
                .containsExactly(SGSN);
        assertThat(body.get("results"))
                .hasSize(2)
                .anySatisfy(
                        result -> assertThat(result.get("result").stringValue()).isEqualTo("FAILED"));
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

    private JsonNode call(String name, String arguments) {
        return callFor(name, ALICE, arguments);
    }

    private JsonNode callFor(String name, String imsi, String arguments) {
        var handler = Objects.requireNonNull(calls.get(name));
        var json = JSON.readTree(arguments.replace("%s", imsi).replace('\'', '"'));
        if (handler.handle(json) instanceof CallResult.Answer(var body)) {
            return body;
        }
        throw new AssertionError("the call failed");
    }

    private static ServingNode node(NodeType type, String host) {
        return node(type, host, YESTERDAY);
    }

    private static ServingNode node(NodeType type, String host, Instant registeredAt) {
        return ServingNode.at(type, new ServingNode.Address(host, REALM, host + ";hss01." + REALM, ""), registeredAt);
    }

    private static ServingNode withFeatures(ServingNode node, long features1) {
        return node.withCapabilities(
                new ServingNode.Capabilities(features1, 0, OptionalInt.empty(), OptionalInt.empty()));
    }

    private void register(String imsi, ServingNode node) {
        change(imsi, state -> state.register(node));
    }

    private Optional<ServingNode> registration(NodeType type) {
        return read(ALICE, state -> state.node(type));
    }

    private <T> T read(String imsi, Function<SubscriberState, T> question) {
        return store.unitsOfWork().run(work -> {
            work.prefetch(List.of(new Imsi(imsi)), Set.of(Need.values()));
            return question.apply(work.subscriber(new Imsi(imsi)).orElseThrow());
        });
    }

    private <T> void change(String imsi, Function<SubscriberState, T> change) {
        var _ = store.unitsOfWork().run(work -> {
            work.prefetch(List.of(new Imsi(imsi)), Set.of(Need.values()));
            var result = change.apply(work.subscriber(new Imsi(imsi)).orElseThrow());
            work.commit();
            return Optional.ofNullable(result);
        });
    }
}
