// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.jhss.diameter.dictionary.S6aFlags.Ulr;
import org.jhss.hss.change.Decision.Cancel;
import org.jhss.hss.change.Decision.Update;
import org.jhss.hss.s6a.access.AccessRestrictions;
import org.jhss.hss.s6a.access.Barring;
import org.jhss.hss.s6a.access.RoamingPolicy;
import org.jhss.hss.s6a.features.SupportedFeatures;
import org.jhss.hss.s6a.originated.Withdrawal;
import org.jhss.hss.s6a.subscription.SubscribedApn;
import org.jhss.hss.s6a.subscription.Subscription;
import org.jhss.hss.s6a.subscription.SubscriptionPart;
import org.jhss.identity.Msisdn;
import org.jhss.identity.Plmn;
import org.jhss.store.change.ApnList;
import org.jhss.store.change.Detail;
import org.jhss.store.reference.ApnProfile;
import org.jhss.store.reference.RoamingRule;
import org.jhss.store.work.Access;
import org.jhss.store.work.NodeType;
import org.jhss.store.work.Profile;
import org.jhss.store.work.ServingNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionsTest {

    private static final Plmn HOME = new Plmn("999", "99");
    private static final Plmn ABROAD = new Plmn("001", "01");
    private static final long ODB_ALL_APN = 1;

    private final Decisions decisions = new Decisions(new RoamingPolicy(HOME, true));
    private final Map<Integer, ApnProfile> catalogue = new TreeMap<>();

    private Access access = new Access(1, true, 0, true, null);
    private ApnList apns = new ApnList(1, List.of(1, 2, 3));
    private Optional<Msisdn> msisdn = Msisdn.parse("3161234567");
    private List<String> zones = List.of("0001");
    private long barring;
    private NodeType type = NodeType.MME;
    private Plmn visited = HOME;
    private boolean gprs;
    private List<RoamingRule> rules = List.of();

    @BeforeEach
    void fillCatalogue() {
        for (int id = 1; id <= 3; id++) {
            catalogue.put(id, apn(id));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ue_ambr_dl, AMBR",
        "ue_ambr_ul_kbps, AMBR",
        "msisdn, NUMBERS",
        "nam, NETWORK_ACCESS_MODE",
        "regional_zone_codes, REGIONAL_SUBSCRIPTION",
        "subscriber_attributes, ACCESS_RESTRICTION",
        "operator_determined_barring, BARRING",
        "rfsp_index, RADIO",
        "apn, APNS",
        "subscriber_routing, APNS"
    })
    void what_changed_is_inserted_and_nothing_else(String column, SubscriptionPart part) {
        assertThat(decide(column)).isEqualTo(new Update(Set.of(), List.of(), Set.of(part)));
    }

    @Test
    void what_is_gone_and_cannot_be_told_by_its_absence_is_deleted() {
        msisdn = Optional.empty();
        zones = List.of();

        assertThat(decide("msisdn", "regional_zone_codes", "charging_characteristics", "ue_ambr_dl"))
                .isEqualTo(new Update(
                        Set.of(
                                Withdrawal.MSISDN,
                                Withdrawal.REGIONAL_SUBSCRIPTION,
                                Withdrawal.CHARGING_CHARACTERISTICS),
                        List.of(),
                        Set.of(SubscriptionPart.AMBR)));
    }

    @Test
    void columns_that_no_node_has_mean_nothing() {
        assertThat(decide("enabled", "last_modified")).isEqualTo(Decision.NONE);
    }

    @Test
    void the_last_apn_is_deleted_by_its_context_and_nothing_is_inserted() {
        apns = new ApnList(1, List.of(1, 2));

        assertThat(decideApns(new ApnList(1, List.of(1, 2, 3))))
                .isEqualTo(new Update(Set.of(Withdrawal.PDN_SUBSCRIPTION_CONTEXTS), List.of(3), Set.of()));
    }

    @Test
    void after_an_apn_in_the_middle_the_rest_is_numbered_anew() {
        apns = new ApnList(1, List.of(1, 3));

        assertThat(decideApns(new ApnList(1, List.of(1, 2, 3))))
                .isEqualTo(new Update(
                        Set.of(Withdrawal.PDN_SUBSCRIPTION_CONTEXTS), List.of(2), Set.of(SubscriptionPart.APNS)));
    }

    @Test
    void a_default_apn_is_replaced_but_never_deleted() {
        apns = new ApnList(2, List.of(2, 3));

        assertThat(decideApns(new ApnList(1, List.of(1, 2, 3))))
                .isEqualTo(new Update(Set.of(), List.of(), Set.of(SubscriptionPart.APNS)));
    }

    @Test
    void an_sgsn_with_pdp_contexts_gets_the_list() {
        type = NodeType.SGSN;
        gprs = true;
        apns = new ApnList(1, List.of(1));

        assertThat(decideApns(new ApnList(1, List.of(1, 2))))
                .isEqualTo(new Update(Set.of(), List.of(), Set.of(SubscriptionPart.APNS, SubscriptionPart.GPRS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ki", "opc", "algorithm", "auc_id"})
    void other_keys_make_the_terminal_come_back(String column) {
        assertThat(decide(column, "ue_ambr_dl")).isEqualTo(new Cancel(true));
    }

    @Test
    void who_is_disabled_has_circuits_only_or_no_apn_must_go() {
        access = new Access(1, false, 0, true, null);
        assertThat(decide("enabled")).isEqualTo(new Cancel(false));

        access = new Access(1, true, 1, true, null);
        assertThat(decide("nam")).isEqualTo(new Cancel(false));

        access = new Access(1, true, 0, true, null);
        apns = new ApnList(9, List.of(9));
        assertThat(decide("apn_list")).isEqualTo(new Cancel(false));
    }

    @Test
    void who_may_not_be_abroad_any_more_is_sent_to_ask_anew_if_it_is_there() {
        access = new Access(1, true, 0, false, null);
        assertThat(decide("roaming_enabled")).isEqualTo(Decision.NONE);

        visited = ABROAD;
        assertThat(decide("roaming_enabled")).isEqualTo(new Cancel(true));
        assertThat(decide("ue_ambr_dl"))
                .as("was not what changed")
                .isEqualTo(new Update(Set.of(), List.of(), Set.of(SubscriptionPart.AMBR)));
    }

    @Test
    void a_rule_that_forbids_the_visited_network_counts() {
        visited = ABROAD;
        rules = List.of(
                new RoamingRule(1, Optional.of(new RoamingRule.Network(1, "elsewhere", "001", "01", 1)), false, true));

        assertThat(decide("roaming_rule")).isEqualTo(new Cancel(true));
    }

    @Test
    void a_barring_that_the_node_cannot_enforce_ends_the_registration() {
        barring = ODB_ALL_APN;

        assertThat(decide("operator_determined_barring")).isEqualTo(new Cancel(true));
    }

    private Decision decideApns(ApnList before) {
        return decide(
                new Detail(Set.of("apn_list", "default_apn"), Optional.of(before), List.of(), OptionalInt.empty()));
    }

    private Decision decide(String... columns) {
        return decide(new Detail(Set.of(columns), Optional.empty(), List.of(), OptionalInt.empty()));
    }

    private Decision decide(Detail detail) {
        var profile = profile();
        var subscription = new Subscription(
                access.networkAccessMode(),
                profile,
                AccessRestrictions.of(profile.restrictions(), Map.of()),
                Barring.of(profile.barring()),
                SubscribedApn.of(profile, id -> Optional.ofNullable(catalogue.get(id))),
                List.of(),
                List.of(),
                SupportedFeatures.agreed(0, 0),
                gprs,
                false);
        var node = new ServingNode(
                type,
                new ServingNode.Address("mme01.example.org", "example.org", "", ""),
                Instant.EPOCH,
                false,
                gprs ? Ulr.GPRS_SUBSCRIPTION_DATA_INDICATOR : 0,
                OptionalInt.empty(),
                Optional.of(visited),
                ServingNode.Capabilities.NONE,
                Optional.empty(),
                ServingNode.Sms.NONE,
                false,
                ServingNode.Alerts.NONE);
        return decisions.decide(
                detail, access, subscription, node, id -> Optional.ofNullable(catalogue.get(id)), rules);
    }

    private Profile profile() {
        return new Profile(
                apns.defaultApn(),
                apns.apns(),
                msisdn,
                1000,
                1000,
                OptionalInt.of(300),
                new Profile.Barring(OptionalLong.of(barring), OptionalLong.empty()),
                new Profile.Restrictions(OptionalLong.empty(), OptionalLong.empty(), zones),
                new Profile.Voice(Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty()),
                new Profile.Radio(OptionalInt.empty(), OptionalInt.empty(), OptionalLong.empty(), OptionalLong.empty()),
                new Profile.Options(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.empty(),
                        false,
                        true,
                        false));
    }

    private static ApnProfile apn(int id) {
        return new ApnProfile(
                id,
                "apn" + id,
                0,
                1000,
                1000,
                new ApnProfile.Qos(9, 8, false, false),
                new ApnProfile.Gateways(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.empty(),
                List.of(),
                new ApnProfile.Nidd(
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty()),
                new ApnProfile.Extras(
                        Optional.empty(),
                        OptionalInt.empty(),
                        Optional.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty()));
    }
}
