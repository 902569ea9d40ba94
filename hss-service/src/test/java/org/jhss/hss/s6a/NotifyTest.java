// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.Cx;
import org.jhss.diameter.dictionary.Ietf;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.dictionary.S6aFlags.Nor;
import org.jhss.diameter.dictionary.S6aFlags.Ulr;
import org.jhss.diameter.dictionary.S6c;
import org.jhss.diameter.dictionary.Swm;
import org.jhss.diameter.message.ExperimentalResultCode;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.ResultCode;
import org.jhss.hss.pipeline.DirectHss;
import org.jhss.hss.s6a.features.Feature;
import org.jhss.hss.s6a.features.SupportedFeatures;
import org.jhss.identity.Imei;
import org.jhss.identity.Imsi;
import org.jhss.identity.PeerHost;
import org.jhss.identity.Plmn;
import org.jhss.store.work.Need;
import org.jhss.store.work.NodeType;
import org.jhss.store.work.PdnGateway;
import org.jhss.store.work.ServingNode;
import org.jhss.store.work.SubscriberState;
import org.jhss.testkit.diameter.DiameterRequest;
import org.jhss.testkit.diameter.DiameterRequests;
import org.jhss.testkit.fixture.SubscriberFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotifyTest {

    private static final String CONFIG = """
            hss:
              OriginHost: hss01.epc.mnc099.mcc999.3gppnetwork.org
              MCC: "999"
              MNC: "99"
            """;

    private static final String ALICE = "999990000000001";
    private static final String STRANGER = "999990000009999";
    private static final String GATEWAY = "pgw01.epc.mnc099.mcc999.3gppnetwork.org";
    private static final Instant TONIGHT = Instant.parse("2030-01-01T00:00:00Z");

    /** Alert-Reason (TS 29.272 7.3.83). */
    private static final int PRESENT = 0;

    private static final int MEMORY_AVAILABLE = 1;
    private static final String REALM = "epc.mnc099.mcc999.3gppnetwork.org";

    private final DiameterRequests mme = DiameterRequests.mme();
    private final DiameterRequests otherMme = DiameterRequests.mme("mme02");
    private final DiameterRequests sgsn = DiameterRequests.mme("sgsn01");

    @TempDir
    Path directory;

    private TestSubscribers subscribers;
    private DirectHss hss;

    @BeforeEach
    void open() {
        subscribers = new TestSubscribers(directory);
        SubscriberFixture.subscriber(ALICE).store(subscribers.store());
        hss = new DirectHss(subscribers.store(), CONFIG, new S6aModule());
        ask(mme.ulr(ALICE));
    }

    @AfterEach
    void close() {
        subscribers.close();
    }

    @ParameterizedTest
    @CsvSource({STRANGER, "not-an-imsi"})
    void an_unknown_subscriber_is_answered_5001(String imsi) {
        assertExperimental(ask(mme.nor(imsi)), ExperimentalResultCode.USER_UNKNOWN);
    }

    @Test
    void a_node_that_does_not_serve_the_subscriber_is_answered_5423_and_not_believed() {
        var answer = ask(gateway(otherMme.nor(ALICE)).with(Ietf.SERVICE_SELECTION, "internet"));

        assertExperimental(answer, ExperimentalResultCode.UNKNOWN_SERVING_NODE);
        assertThat(gateways()).isEmpty();
    }

    @Test
    void a_node_that_has_purged_the_subscriber_does_not_serve_it() {
        ask(mme.pur(ALICE));

        assertExperimental(ask(mme.nor(ALICE)), ExperimentalResultCode.UNKNOWN_SERVING_NODE);
    }

    @Test
    void a_notification_of_nothing_succeeds() {
        assertSuccess(ask(mme.nor(ALICE)));
    }

    @Test
    void the_gateway_of_an_apn_is_stored_and_forgotten_when_the_connection_ends() {
        assertSuccess(ask(gateway(mme.nor(ALICE))
                .with(Cx.VISITED_NETWORK_IDENTIFIER, "mnc099.mcc999.3gppnetwork.org")
                .with(Ietf.SERVICE_SELECTION, "Internet")));

        assertThat(gateways()).hasSize(1).first().satisfies(stored -> {
            assertThat(stored.apn()).isEqualTo("internet");
            assertThat(stored.contextId()).hasValue(1);
            assertThat(stored.host()).isEqualTo(GATEWAY);
            assertThat(stored.realm()).isEqualTo(REALM);
            assertThat(stored.addresses()).containsExactly("10.1.2.3");
            assertThat(stored.visitedPlmn()).contains(new Plmn("999", "099"));
        });

        assertSuccess(ask(mme.nor(ALICE).with(Ietf.SERVICE_SELECTION, "internet")));

        assertThat(gateways()).isEmpty();
    }

    @Test
    void the_apn_may_be_named_by_its_context_identifier_or_with_an_operator_identifier() {
        assertSuccess(ask(gateway(mme.nor(ALICE)).with(S6a.CONTEXT_IDENTIFIER, 1)));
        assertThat(gateways()).extracting(PdnGateway::apn).containsExactly("internet");

        assertSuccess(ask(mme.nor(ALICE).with(Ietf.SERVICE_SELECTION, "internet.mnc099.mcc999.gprs")));
        assertThat(gateways()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"secret, 0", "'', 7"})
    void a_gateway_of_an_apn_that_is_not_subscribed_is_refused_and_nothing_is_kept(String apn, int context) {
        var request = gateway(mme.nor(ALICE)).with(S6a.UE_SRVCC_CAPABILITY, 1);
        var answer = ask(
                apn.isEmpty()
                        ? request.with(S6a.CONTEXT_IDENTIFIER, context)
                        : request.with(Ietf.SERVICE_SELECTION, apn));

        assertFailure(answer);
        assertThat(gateways()).isEmpty();
        assertThat(node(NodeType.MME).orElseThrow().capabilities().ueSrvcc()).isEmpty();
    }

    @Test
    void a_gateway_without_its_apn_is_refused() {
        assertFailure(ask(gateway(mme.nor(ALICE))));
    }

    @Test
    void a_provisioned_gateway_is_not_replaced() {
        subscribers.execute("UPDATE apn SET pgw_address = '10.98.0.20'");

        assertFailure(ask(gateway(mme.nor(ALICE)).with(Ietf.SERVICE_SELECTION, "internet")));

        assertThat(gateways()).isEmpty();
    }

    @Test
    void the_wildcard_covers_an_apn_that_is_not_subscribed_and_keeps_its_name() {
        addApn(7, "*");

        assertSuccess(ask(gateway(mme.nor(ALICE)).with(Ietf.SERVICE_SELECTION, "secret")));

        assertThat(gateways()).hasSize(1).first().satisfies(stored -> {
            assertThat(stored.apn()).isEqualTo("secret");
            assertThat(stored.contextId()).hasValue(2);
        });
        var subscription = ask(mme.ulr(ALICE)).find(S6a.SUBSCRIPTION_DATA);
        assertThat(subscription.find(S6a.APN_CONFIGURATION_PROFILE).all(S6a.APN_CONFIGURATION))
                .last()
                .satisfies(wildcard -> assertThat(
                                wildcard.find(S6a.SPECIFIC_APN_INFO).text(Ietf.SERVICE_SELECTION))
                        .isEqualTo("secret"));
    }

    @Test
    void the_gateway_of_emergency_connections_belongs_to_no_apn_and_is_told_as_such() {
        assertSuccess(ask(gateway(mme.nor(ALICE)).with(Swm.EMERGENCY_SERVICES, 1)));

        assertThat(gateways()).hasSize(1).allMatch(PdnGateway::isEmergency);
        addApn(7, "*");
        assertThat(ask(mme.ulr(ALICE)).find(S6a.SUBSCRIPTION_DATA).has(S6a.EMERGENCY_INFO))
                .as("told to a node that did not offer the feature")
                .isFalse();
        var subscription = ask(otherMme.ulr(ALICE)
                        .and(out -> new SupportedFeatures(
                                        Optional.empty(), Optional.of(Feature.EMERGENCY_SERVICE_CONTINUITY.mask()))
                                .writeTo(out)))
                .find(S6a.SUBSCRIPTION_DATA);
        assertThat(subscription
                        .find(S6a.EMERGENCY_INFO)
                        .find(Ietf.MIP6_AGENT_INFO)
                        .find(Ietf.MIP_HOME_AGENT_HOST)
                        .text(Base.DESTINATION_HOST))
                .isEqualTo(GATEWAY);
        assertThat(subscription.find(S6a.APN_CONFIGURATION_PROFILE).all(S6a.APN_CONFIGURATION))
                .noneMatch(apn -> apn.has(S6a.SPECIFIC_APN_INFO));

        assertSuccess(ask(otherMme.nor(ALICE).with(Swm.EMERGENCY_SERVICES, 1)));
        assertThat(gateways()).isEmpty();
    }

    @Test
    void the_device_and_what_it_can_do_are_updated() {
        assertSuccess(ask(mme.nor(ALICE)
                .with(
                        S6a.TERMINAL_INFORMATION,
                        out -> out.begin(S6a.TERMINAL_INFORMATION)
                                .add(S6a.IMEI, "35349006987331")
                                .add(S6a.SOFTWARE_VERSION, "05")
                                .end())
                .with(S6a.UE_SRVCC_CAPABILITY, 1)
                .with(S6a.HOMOGENEOUS_SUPPORT_OF_IMS_VOICE_OVER_PS_SESSIONS, 1)));

        var node = node(NodeType.MME).orElseThrow();
        assertThat(node.terminal()).contains(new Imei("35349006987331", "05"));
        assertThat(node.capabilities().ueSrvcc()).hasValue(1);
        assertThat(node.capabilities().homogeneousImsVoice()).hasValue(1);
    }

    @Test
    void the_homogeneous_support_is_unknown_when_the_flag_comes_without_it() {
        ask(mme.nor(ALICE).with(S6a.HOMOGENEOUS_SUPPORT_OF_IMS_VOICE_OVER_PS_SESSIONS, 1));
        ask(mme.nor(ALICE).with(S6a.UE_SRVCC_CAPABILITY, 0));
        assertThat(node(NodeType.MME).orElseThrow().capabilities().homogeneousImsVoice())
                .hasValue(1);

        ask(mme.nor(ALICE).with(S6a.NOR_FLAGS, Nor.HOMOGENEOUS_SUPPORT_OF_IMS_VOICE_OVER_PS_SESSIONS));

        assertThat(node(NodeType.MME).orElseThrow().capabilities().homogeneousImsVoice())
                .isEmpty();
    }

    @Test
    void a_reachable_terminal_ends_the_wait_for_it() {
        awaitReachability();

        ask(mme.nor(ALICE).with(S6a.NOR_FLAGS, Nor.UE_REACHABLE_FROM_SGSN | Nor.S6A_S6D_INDICATOR));
        assertThat(subscribers.read(ALICE, SubscriberState::isReachabilityRequested))
                .isTrue();

        assertSuccess(ask(mme.nor(ALICE).with(S6a.NOR_FLAGS, Nor.UE_REACHABLE_FROM_MME | Nor.S6A_S6D_INDICATOR)));

        assertThat(subscribers.read(ALICE, SubscriberState::isReachabilityRequested))
                .isFalse();
        assertThat(node(NodeType.MME).orElseThrow().reachabilityRequested()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"MME, 64", "SGSN, 4"})
    void an_alert_for_short_messages_is_stored_with_its_reason_and_time(NodeType type, int readyForSm) {
        var notifier = type == NodeType.MME ? mme : sgsn;
        ask(sgsn.ulr(ALICE).with(S6a.ULR_FLAGS, 0));
        var before = Instant.now().truncatedTo(ChronoUnit.MILLIS);

        assertSuccess(ask(availableUntil(
                notifier.nor(ALICE).with(S6a.ALERT_REASON, MEMORY_AVAILABLE).with(S6a.NOR_FLAGS, readyForSm),
                TONIGHT)));

        var alerts = alerts(type);
        assertThat(alerts.readyForSm()).isTrue();
        assertThat(alerts.reason()).hasValue(MEMORY_AVAILABLE);
        assertThat(alerts.at()).hasValueSatisfying(at -> assertThat(at).isBetween(before, Instant.now()));
        assertThat(alerts.availableUntil()).contains(TONIGHT);
        assertThat(alerts(type == NodeType.MME ? NodeType.SGSN : NodeType.MME)).isEqualTo(ServingNode.Alerts.NONE);
    }

    @Test
    void an_alert_replaces_the_reason_and_the_time_of_the_one_before() {
        ask(availableUntil(alert(mme), TONIGHT).with(S6a.ALERT_REASON, MEMORY_AVAILABLE));

        ask(alert(mme).with(S6a.ALERT_REASON, PRESENT));

        assertThat(alerts(NodeType.MME).reason()).hasValue(PRESENT);
        assertThat(alerts(NodeType.MME).availableUntil()).isEmpty();
    }

    @Test
    void a_notification_of_something_else_leaves_an_alert_but_may_tell_until_when_the_terminal_is_reachable() {
        ask(alert(mme).with(S6a.ALERT_REASON, PRESENT));
        var alerted = alerts(NodeType.MME);

        ask(mme.nor(ALICE).with(S6a.UE_SRVCC_CAPABILITY, 1));
        assertThat(alerts(NodeType.MME)).isEqualTo(alerted);

        ask(availableUntil(mme.nor(ALICE).with(S6a.NOR_FLAGS, Nor.UE_REACHABLE_FROM_MME), TONIGHT));
        assertThat(alerts(NodeType.MME))
                .isEqualTo(new ServingNode.Alerts(true, alerted.reason(), alerted.at(), Optional.of(TONIGHT), false));
    }

    @Test
    void only_an_sgsn_has_its_area_restricted() {
        ask(sgsn.ulr(ALICE).with(S6a.ULR_FLAGS, 0));

        assertSuccess(ask(mme.nor(ALICE).with(S6a.NOR_FLAGS, Nor.SGSN_AREA_RESTRICTED)));
        assertSuccess(ask(sgsn.nor(ALICE).with(S6a.NOR_FLAGS, Nor.SGSN_AREA_RESTRICTED)));
        assertSuccess(ask(sgsn.nor(ALICE)));

        assertThat(alerts(NodeType.MME).areaRestricted()).isFalse();
        assertThat(alerts(NodeType.SGSN).areaRestricted()).isTrue();
    }

    @Test
    void a_new_registration_and_a_purge_end_what_was_alerted() {
        ask(sgsn.ulr(ALICE).with(S6a.ULR_FLAGS, 0));
        ask(alert(mme).with(S6a.ALERT_REASON, PRESENT));
        ask(sgsn.nor(ALICE).with(S6a.NOR_FLAGS, Nor.READY_FOR_SM_FROM_SGSN | Nor.SGSN_AREA_RESTRICTED));

        ask(mme.ulr(ALICE));
        ask(sgsn.pur(ALICE));

        assertThat(alerts(NodeType.MME)).isEqualTo(ServingNode.Alerts.NONE);
        assertThat(alerts(NodeType.SGSN)).isEqualTo(ServingNode.Alerts.NONE);
    }

    @Test
    void an_alert_with_a_refused_gateway_is_not_kept() {
        assertFailure(ask(gateway(alert(mme)).with(Ietf.SERVICE_SELECTION, "secret")));

        assertThat(alerts(NodeType.MME)).isEqualTo(ServingNode.Alerts.NONE);
    }

    @Test
    void an_mme_gives_up_its_registration_for_short_messages() {
        change(state -> state.node(NodeType.MME)
                .ifPresent(node -> state.register(node.withSms(new ServingNode.Sms(true, "491700000001", "", "")))));

        assertSuccess(ask(mme.nor(ALICE).with(S6a.NOR_FLAGS, Nor.REMOVAL_OF_MME_REGISTRATION_FOR_SMS)));

        assertThat(node(NodeType.MME).orElseThrow().sms()).isEqualTo(ServingNode.Sms.NONE);
    }

    @Test
    void an_mme_that_serves_alone_has_the_registration_at_the_sgsn_cancelled() {
        ask(sgsn.ulr(ALICE).with(S6a.ULR_FLAGS, 0));

        assertSuccess(
                ask(mme.nor(ALICE).with(S6a.NOR_FLAGS, Nor.SINGLE_REGISTRATION_INDICATION | Nor.S6A_S6D_INDICATOR)));

        assertThat(node(NodeType.SGSN)).isEmpty();
        assertThat(hss.originated()).hasSize(1).first().satisfies(cancel -> {
            assertThat(cancel.command()).isEqualTo(S6a.CLR);
            assertThat(cancel.destinationHost())
                    .contains(new PeerHost(sgsn.host().value()));
        });
    }

    @Test
    void the_indicator_says_for_which_half_a_combined_node_speaks() {
        ask(mme.ulr(ALICE).with(S6a.ULR_FLAGS, Ulr.NODE_TYPE_INDICATOR));

        ask(mme.nor(ALICE).with(S6a.UE_SRVCC_CAPABILITY, 1).with(S6a.NOR_FLAGS, Nor.S6A_S6D_INDICATOR));
        ask(mme.nor(ALICE).with(S6a.UE_SRVCC_CAPABILITY, 0));

        assertThat(node(NodeType.MME).orElseThrow().capabilities().ueSrvcc()).hasValue(1);
        assertThat(node(NodeType.SGSN).orElseThrow().capabilities().ueSrvcc()).hasValue(0);
    }

    @Test
    void an_sgsn_cannot_speak_as_an_mme() {
        ask(sgsn.ulr(ALICE).with(S6a.ULR_FLAGS, 0));

        assertExperimental(
                ask(sgsn.nor(ALICE).with(S6a.NOR_FLAGS, Nor.S6A_S6D_INDICATOR)),
                ExperimentalResultCode.UNKNOWN_SERVING_NODE);
        assertSuccess(ask(sgsn.nor(ALICE)));
    }

    private static DiameterRequest alert(DiameterRequests mme) {
        return mme.nor(ALICE).with(S6a.NOR_FLAGS, Nor.READY_FOR_SM_FROM_MME);
    }

    private static DiameterRequest availableUntil(DiameterRequest request, Instant moment) {
        return request.with(S6c.MAXIMUM_UE_AVAILABILITY_TIME, out -> out.add(S6c.MAXIMUM_UE_AVAILABILITY_TIME, moment));
    }

    private static DiameterRequest gateway(DiameterRequest request) {
        return request.with(
                Ietf.MIP6_AGENT_INFO,
                out -> out.begin(Ietf.MIP6_AGENT_INFO)
                        .add(Ietf.MIP_HOME_AGENT_ADDRESS, InetAddress.ofLiteral("10.1.2.3"))
                        .begin(Ietf.MIP_HOME_AGENT_HOST)
                        .add(Base.DESTINATION_REALM, REALM)
                        .add(Base.DESTINATION_HOST, GATEWAY)
                        .end()
                        .end());
    }

    private void addApn(int id, String name) {
        subscribers.execute(
                "INSERT INTO apn (apn_id, apn, ip_version, apn_ambr_dl, apn_ambr_ul, qci, arp_priority)" + " VALUES ("
                        + id + ", '" + name + "', 0, 1000, 1000, 9, 4)",
                "UPDATE subscriber SET apn_list = '1," + id + "'");
    }

    private void awaitReachability() {
        change(state -> {
            state.node(NodeType.MME).ifPresent(node -> state.register(node.withReachabilityRequested(true)));
            state.setReachabilityRequested(true);
        });
    }

    private void change(Consumer<SubscriberState> change) {
        subscribers.store().unitsOfWork().run(work -> {
            work.prefetch(List.of(new Imsi(ALICE)), Set.of(Need.values()));
            change.accept(work.subscriber(new Imsi(ALICE)).orElseThrow());
            work.commit();
            return OptionalInt.empty();
        });
    }

    private static void assertSuccess(Message answer) {
        assertThat(answer.integer32(Base.RESULT_CODE, 0)).isEqualTo(ResultCode.SUCCESS.value());
    }

    private static void assertFailure(Message answer) {
        assertThat(answer.integer32(Base.RESULT_CODE, 0)).isEqualTo(ResultCode.UNABLE_TO_COMPLY.value());
    }

    private static void assertExperimental(Message answer, ExperimentalResultCode code) {
        assertThat(answer.find(Base.EXPERIMENTAL_RESULT).integer32(Base.EXPERIMENTAL_RESULT_CODE, 0))
                .isEqualTo(code.value());
    }

    private Message ask(DiameterRequest request) {
        return hss.ask(request.octets());
    }

    private Optional<ServingNode> node(NodeType type) {
        return subscribers.read(ALICE, state -> state.node(type));
    }

    private ServingNode.Alerts alerts(NodeType type) {
        return node(type).orElseThrow().alerts();
    }

    private List<PdnGateway> gateways() {
        return subscribers.read(ALICE, SubscriberState::pdnGateways);
    }
}
