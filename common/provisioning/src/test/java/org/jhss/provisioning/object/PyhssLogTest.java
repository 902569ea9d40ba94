// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.testkit.database.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Operations that PyHSS has logged, with nothing but its text. */
class PyhssLogTest {

    private static final ResourceType LOG = ResourceType.OPERATION_LOG;

    private Ground ground;

    @BeforeEach
    void open() {
        ground = Ground.on(TestDatabase.SQLITE);
    }

    @AfterEach
    void close() {
        ground.close();
    }

    private void logged(ResourceType type, int item, String operation, String changes) {
        var row = new @Nullable Object[LOG.stored().columns().size()];
        row[LOG.position("item_id")] = item;
        row[LOG.position("operation_id")] = "pyhss";
        row[LOG.position("operation")] = operation;
        row[LOG.position("changes")] = changes;
        row[LOG.position("timestamp")] = Instant.parse("2026-11-22T06:30:00Z");
        row[LOG.position("table_name")] = type.table();
        ground.store.tables().write(transaction -> transaction.insert(LOG.stored(), row));
    }

    @Test
    void a_change_is_read_from_the_text() {
        int apn = ground.apn().key();
        logged(
                ResourceType.APN,
                apn,
                "UPDATE",
                "apn: [str] old.name ----> [str] internet\r\n\r\nqci: [int] 7 ----> [int] 9\r\n\r\n"
                        + "nbiot: [bool] True ----> [bool] False\r\n\r\npgw_address: [str] 10.0.0.1 ----> [NoneType] None");

        ground.undo("pyhss");

        var row = ground.read(ResourceType.APN, apn);
        assertThat(row.get("apn")).isEqualTo("old.name");
        assertThat(row.get("qci")).isEqualTo(7);
        assertThat(row.get("nbiot")).isEqualTo(true);
        assertThat(row.get("pgw_address")).isEqualTo("10.0.0.1");
    }

    @Test
    void a_deletion_with_timestamps_is_read_from_the_text() {
        logged(
                ResourceType.EIR_HISTORY,
                5,
                "DELETE",
                "imsi_imei_history_id: [int] 5 ----> [NoneType] None\r\n\r\nimsi_imei: [str] 1,2 ----> [NoneType] None\r\n\r\n"
                        + "imsi_imei_timestamp: [datetime] 2026-01-02 03:04:05.678900 ----> [NoneType] None");

        ground.undo("pyhss");

        assertThat(ground.read(ResourceType.EIR_HISTORY, 5).get("imsi_imei_timestamp"))
                .isEqualTo(Instant.parse("2026-01-02T03:04:05.678900Z"));
    }

    @Test
    void a_text_that_may_mean_several_things_is_refused() {
        int apn = ground.apn().key();
        logged(ResourceType.APN, apn, "UPDATE", "apn: [str] a ----> [str] b ----> [str] internet");
        assertThat(ground.objects.rollback("pyhss", true, Ground.ACTOR)).isInstanceOf(RollbackOutcome.Unclear.class);
        assertThat(ground.objects.rollback("unknown", true, Ground.ACTOR))
                .isEqualTo(new RollbackOutcome.NothingFound());
    }

    @Test
    void a_key_that_was_starred_out_is_not_taken_for_its_value() {
        int auc = ground.auc("001010000000001").key();
        logged(ResourceType.AUC, auc, "UPDATE", "ki: [str] *** ----> [str] ***");
        assertThat(ground.objects.rollback("pyhss", true, Ground.ACTOR)).isInstanceOf(RollbackOutcome.Unclear.class);
    }
}
