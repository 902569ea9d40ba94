// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.jhss.provisioning.rule.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class ResourceTypeTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The exact keys of PyHSS's answers. */
    private static final Map<ResourceType, String> KEYS = Map.ofEntries(
            Map.entry(
                    ResourceType.APN,
                    "apn_id apn ip_version pgw_address sgw_address charging_characteristics apn_ambr_dl apn_ambr_ul qci"
                            + " arp_priority arp_preemption_capability arp_preemption_vulnerability charging_rule_list nbiot"
                            + " nidd_scef_id nidd_scef_realm nidd_mechanism nidd_rds nidd_preferred_data_mode last_modified"),
            Map.entry(
                    ResourceType.AUC,
                    "auc_id ki opc amf sqn iccid imsi batch_name sim_vendor esim lpa pin1 pin2 puk1 puk2 kid psk des adm1"
                            + " algo misc1 misc2 misc3 misc4 last_modified"),
            Map.entry(
                    ResourceType.SUBSCRIBER,
                    "subscriber_id imsi enabled auc_id default_apn apn_list msisdn ue_ambr_dl ue_ambr_ul nam roaming_enabled"
                            + " roaming_rule_list subscribed_rau_tau_timer serving_mme serving_mme_timestamp"
                            + " serving_mme_realm serving_mme_peer serving_msc serving_msc_timestamp serving_vlr"
                            + " serving_vlr_timestamp serving_sgsn serving_sgsn_timestamp last_seen_eci last_seen_enodeb_id"
                            + " last_seen_cell_id last_seen_tac last_seen_mcc last_seen_mnc last_location_update_timestamp"
                            + " last_modified"),
            Map.entry(
                    ResourceType.SUBSCRIBER_ROUTING,
                    "subscriber_routing_id subscriber_id apn_id ip_version ip_address last_modified"),
            Map.entry(
                    ResourceType.IMS_SUBSCRIBER,
                    "ims_subscriber_id msisdn msisdn_list imsi ifc_path pcscf pcscf_realm pcscf_active_session"
                            + " pcscf_timestamp pcscf_peer xcap_profile sh_profile scscf scscf_timestamp scscf_realm"
                            + " scscf_peer sh_template_path last_modified"),
            Map.entry(ResourceType.TFT, "tft_id tft_group_id tft_string direction last_modified"),
            Map.entry(
                    ResourceType.CHARGING_RULE,
                    "charging_rule_id rule_name qci arp_priority arp_preemption_capability arp_preemption_vulnerability"
                            + " mbr_dl mbr_ul gbr_dl gbr_ul tft_group_id precedence rating_group last_modified"),
            Map.entry(ResourceType.EIR, "eir_id imei imsi regex_mode match_response_code last_modified"),
            Map.entry(
                    ResourceType.EIR_HISTORY,
                    "imsi_imei_history_id imsi_imei match_response_code imsi_imei_timestamp last_modified"),
            Map.entry(
                    ResourceType.SUBSCRIBER_ATTRIBUTES,
                    "subscriber_attributes_id subscriber_id key last_modified value"),
            Map.entry(ResourceType.ROAMING_NETWORK, "roaming_network_id name preference mcc mnc last_modified"),
            Map.entry(ResourceType.ROAMING_RULE, "roaming_rule_id roaming_network_id allow enabled last_modified"),
            Map.entry(
                    ResourceType.EMERGENCY_SUBSCRIBER,
                    "emergency_subscriber_id imsi serving_pgw serving_pgw_timestamp serving_pcscf serving_pcscf_timestamp"
                            + " gx_origin_realm gx_origin_host rat_type ip access_network_gateway_address"
                            + " access_network_charging_address last_modified"),
            Map.entry(
                    ResourceType.SERVING_APN,
                    "serving_apn_id subscriber_id apn pcrf_session_id subscriber_routing ip_version serving_pgw"
                            + " serving_pgw_timestamp serving_pgw_realm serving_pgw_peer last_modified"),
            Map.entry(
                    ResourceType.OPERATION_LOG,
                    "id item_id operation_id operation changes last_modified timestamp table_name"));

    @ParameterizedTest
    @EnumSource
    void answers_have_pyhss_s_keys_and_no_others(ResourceType type) {
        var row = new ResourceRow(
                type, new @Nullable Object[type.stored().columns().size()]);
        var tree = RowJson.tree(row, View.COMPATIBLE_WITH_SECRETS);
        assertThat(tree.propertyNames()).containsExactly(KEYS.get(type).split(" "));
        assertThat(tree.properties()).allMatch(field -> field.getValue().isNull());
    }

    @ParameterizedTest
    @EnumSource
    void tree_and_stream_are_the_same(ResourceType type) {
        var row = new ResourceRow(
                type, new @Nullable Object[type.stored().columns().size()]);
        type.columns().forEach(column -> row.values()[column.position()] = sample(column));
        for (var view : List.of(View.COMPATIBLE, View.COMPATIBLE_WITH_SECRETS, View.FULL, View.FULL_WITH_SECRETS)) {
            var text = new StringWriter();
            try (var json = JSON.createGenerator(text)) {
                RowJson.write(json, row, view);
            }
            assertThat(text).hasToString(RowJson.tree(row, view).toString());
        }
    }

    private static Object sample(Column column) {
        return switch (column.type()) {
            case INTEGER -> 7;
            case LONG -> 7L;
            case BOOLEAN -> true;
            case TIMESTAMP -> java.time.Instant.parse("2026-11-22T06:30:00.250Z");
            case STRING, TEXT -> "x";
        };
    }

    @ParameterizedTest
    @EnumSource
    void every_column_says_what_it_is_and_its_example_and_default_keep_its_rules(ResourceType type) {
        Rule.Context defaults =
                name -> type.column(name).flatMap(Column::defaultValue).orElse(null);
        for (var column : type.columns()) {
            assertThat(column.description()).as(column.name()).endsWith(".");
            java.util.stream.Stream.of(column.example(), column.defaultValue())
                    .flatMap(java.util.Optional::stream)
                    .forEach(value -> {
                        var coerced = Coercion.coerce(column, JSON.valueToTree(value));
                        assertThat(coerced).as(column.name()).isInstanceOf(Coercion.Value.class);
                        assertThat(column.rules())
                                .allSatisfy(rule -> assertThat(rule.breach(value, defaults))
                                        .as(column.name())
                                        .isEmpty());
                    });
        }
    }

    @ParameterizedTest
    @EnumSource
    void references_lead_to_objects(ResourceType type) {
        assertThat(type.columns().stream().flatMap(column -> column.reference().stream()))
                .allSatisfy(reference -> assertThat(reference.target().table()).isEqualTo(reference.table()));
    }

    @Test
    void secrets_are_those_that_pyhss_hides() {
        assertThat(ResourceType.AUC.columns().stream().filter(Column::isSecret).map(Column::name))
                .containsExactlyInAnyOrder("opc", "ki", "des", "kid", "psk", "adm1");
    }

    @Test
    void names_are_found_in_any_spelling() {
        assertThat(ResourceType.parse("Subscriber-Routing")).contains(ResourceType.SUBSCRIBER_ROUTING);
        assertThat(ResourceType.parse("nonsense")).isEmpty();
    }
}
