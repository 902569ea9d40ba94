// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.provisioning.schema.ResourceType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangeTextTest {

    private static ResourceRow row(ResourceType type, Object... pairs) {
        var row = new ResourceRow(
                type, new @Nullable Object[type.stored().columns().size()]);
        for (int i = 0; i < pairs.length; i += 2) {
            row.values()[type.position((String) pairs[i])] = pairs[i + 1];
        }
        return row;
    }

    @Test
    void a_new_row_tells_all_of_pyhss_s_columns() {
        var row = row(
                ResourceType.ROAMING_RULE,
                "roaming_rule_id",
                3,
                "roaming_network_id",
                7,
                "allow",
                true,
                "enabled",
                false,
                "last_modified",
                "2026-11-22T06:30:00Z");
        assertThat(ChangeText.of(null, row))
                .isEqualTo("roaming_rule_id: [NoneType] None ----> [int] 3\r\n\r\n"
                        + "roaming_network_id: [NoneType] None ----> [int] 7\r\n\r\n"
                        + "allow: [NoneType] None ----> [bool] True\r\n\r\n"
                        + "enabled: [NoneType] None ----> [bool] False\r\n\r\n"
                        + "last_modified: [NoneType] None ----> [str] 2026-11-22T06:30:00Z");
    }

    @Test
    void a_deleted_row_tells_them_the_other_way_round() {
        var row = row(ResourceType.EIR_HISTORY, "imsi_imei_history_id", 1, "imsi_imei", "1,2");
        assertThat(ChangeText.of(row, null))
                .isEqualTo("imsi_imei_history_id: [int] 1 ----> [NoneType] None\r\n\r\n"
                        + "imsi_imei: [str] 1,2 ----> [NoneType] None\r\n\r\n"
                        + "match_response_code: [NoneType] None ----> [NoneType] None\r\n\r\n"
                        + "imsi_imei_timestamp: [NoneType] None ----> [NoneType] None\r\n\r\n"
                        + "last_modified: [NoneType] None ----> [NoneType] None");
    }

    @Test
    void a_changed_row_tells_what_differs_with_python_s_times() {
        var before = row(ResourceType.SUBSCRIBER, "serving_mme_timestamp", Instant.parse("2026-11-22T06:30:00Z"));
        var after = row(
                ResourceType.SUBSCRIBER,
                "serving_mme_timestamp",
                Instant.parse("2026-11-22T06:30:01.000250Z"),
                "rfsp_index",
                3);
        assertThat(ChangeText.of(before, after))
                .isEqualTo(
                        "serving_mme_timestamp: [datetime] 2026-11-22 06:30:00 ----> [datetime] 2026-11-22 06:30:01.000250"
                                + "\r\n\r\nrfsp_index: [NoneType] None ----> [int] 3");
    }

    @Test
    void keys_are_starred_out() {
        var before = row(ResourceType.AUC, "ki", "00112233445566778899aabbccddeeff", "sqn", 5L);
        var after = row(ResourceType.AUC, "ki", "ffeeddccbbaa99887766554433221100", "sqn", 6L);
        assertThat(ChangeText.of(before, after))
                .isEqualTo("ki: [str] *** ----> [str] ***\r\n\r\nsqn: [int] 5 ----> [int] 6");
    }

    @Test
    void what_is_written_is_read_back() {
        var before = row(
                ResourceType.SUBSCRIBER,
                "imsi",
                "001010000000001",
                "enabled",
                true,
                "nam",
                0,
                "last_seen_mcc",
                "a: b ] c",
                "serving_mme_timestamp",
                Instant.parse("2026-11-22T06:30:00.5Z"));
        var after = row(ResourceType.SUBSCRIBER, "imsi", "001010000000002", "enabled", false, "nam", 2);
        var both = PyhssText.parse(ResourceType.SUBSCRIBER, ChangeText.of(before, after));
        assertThat(both.map(PyhssText.Both::before).map(Snapshot::asRow).map(ResourceRow::values))
                .hasValueSatisfying(values -> assertThat(values).isEqualTo(before.values()));
        assertThat(both.map(PyhssText.Both::after).map(Snapshot::asRow).map(ResourceRow::values))
                .hasValueSatisfying(values -> assertThat(values).isEqualTo(after.values()));
        assertThat(PyhssText.parse(ResourceType.SUBSCRIBER, "nonsense")).isEqualTo(Optional.empty());
    }
}
