// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import org.jhss.provisioning.bulk.in.ImportMode;
import org.jhss.provisioning.bulk.in.ImportOptions;
import org.jhss.provisioning.bulk.in.RecordProblem;
import org.jhss.provisioning.bulk.out.ExportOptions;
import org.jhss.provisioning.bulk.out.SubscriberExport;
import org.jhss.store.secret.KeyVault;
import org.jhss.store.secret.SecretKey;
import org.jhss.testkit.database.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Import and export on each database. */
final class BulkIT {

    private static final String K = "465b5ce8b199b49faa5f0a2ee238a6bc";
    private static final int MANY = 700;

    private static String file(int from, int to) {
        var text = new StringBuilder(
                "imsi,iccid,ki,opc,amf,msisdn,default_apn,apn_list,rfsp_index,misc1,ims.msisdn_list,ims.ifc_path\n");
        for (int i = from; i < to; i++) {
            text.append(
                    "00101%010d,89882110%011d,%s,%s,8000,49%d,internet,\"internet,ims\",7,\"t \\ back, ü\",49%d,x.xml\n"
                            .formatted(i, i, K, K, i, i));
        }
        return text.toString();
    }

    private static KeyVault sealing() {
        return KeyVault.of("k1", Map.of("k1", SecretKey.of(new byte[32])));
    }

    @ParameterizedTest
    @EnumSource
    void storesFindsUnchangedAndChanges(TestDatabase database) {
        try (var fixture = BulkFixture.in(database.fresh(), KeyVault.disabled())) {
            var options = ImportOptions.of(ImportMode.UPSERT).withBatch(300);
            var first = fixture.importText(file(0, MANY), options);
            assertThat(fixture.problems()).isEmpty();
            assertThat(first.counts().created()).isEqualTo(MANY);
            assertThat(
                            fixture.rows(
                                    "SELECT COUNT(*) FROM subscriber s JOIN auc a ON a.auc_id = s.auc_id AND a.imsi = s.imsi"
                                            + " JOIN ims_subscriber i ON i.imsi = s.imsi AND i.msisdn = s.msisdn"
                                            + " JOIN jhss_subscriber j ON j.subscriber_id = s.subscriber_id AND j.rfsp_index = 7"))
                    .containsExactly(Integer.toString(MANY));
            assertThat(fixture.rows("SELECT DISTINCT misc1 FROM auc")).containsExactly("t \\ back, ü");
            assertThat(fixture.importText(file(0, MANY), options).counts().unchanged())
                    .isEqualTo(MANY);
            var mixed = fixture.importText(file(MANY - 10, MANY + 10).replace("x.xml", "y.xml"), options);
            assertThat(mixed.counts().updated()).isEqualTo(10);
            assertThat(mixed.counts().created()).isEqualTo(10);
            assertThat(fixture.rows("SELECT COUNT(*) FROM ims_subscriber WHERE ifc_path = 'y.xml'"))
                    .containsExactly("20");
        }
    }

    @ParameterizedTest
    @EnumSource
    void othersMayInsertAfterwards(TestDatabase database) {
        try (var fixture = BulkFixture.in(database.fresh(), KeyVault.disabled())) {
            fixture.importText(file(0, 20), ImportOptions.of(ImportMode.INSERT));
            fixture.execute("INSERT INTO auc (ki, opc, amf, imsi) VALUES ('" + K + "', '', '8000', '999')");
            var more = fixture.importText(file(20, 40), ImportOptions.of(ImportMode.INSERT));
            assertThat(more.counts().created()).isEqualTo(20);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRecordThatTheDatabaseRefusesTakesNoOtherWithIt(TestDatabase database) {
        try (var fixture = BulkFixture.in(database.fresh(), KeyVault.disabled())) {
            fixture.importText(file(5, 6), ImportOptions.of(ImportMode.INSERT));
            var result = fixture.importText(file(0, 50), ImportOptions.of(ImportMode.INSERT));
            assertThat(result.counts().created()).isEqualTo(49);
            assertThat(fixture.problems()).extracting(RecordProblem::number).containsOnly(6L);
            // Keys that two subscribers share cannot go with the first.
            fixture.execute(
                    "UPDATE subscriber SET auc_id = (SELECT auc_id FROM auc WHERE imsi = '001010000000001') WHERE imsi ="
                            + " '001010000000002'");
            fixture.problems().clear();
            var deleted =
                    fixture.importText("imsi\n001010000000001\n001010000000003\n", ImportOptions.of(ImportMode.DELETE));
            assertThat(deleted.counts().deleted()).isEqualTo(1);
            assertThat(fixture.problems()).extracting(RecordProblem::rule).containsExactly("referenced");
        }
    }

    @ParameterizedTest
    @EnumSource
    void sealedKeysComeOutAsTheyWentIn(TestDatabase database) throws IOException {
        try (var fixture = BulkFixture.in(database.fresh(), sealing())) {
            fixture.importText(file(0, 30), ImportOptions.of(ImportMode.UPSERT));
            assertThat(fixture.rows("SELECT COUNT(*) FROM jhss_auc WHERE k_encrypted IS NOT NULL AND key_id = 'k1'"))
                    .containsExactly("30");
            var file = new StringWriter();
            new SubscriberExport(fixture.store(), ExportOptions.all(ExportOptions.Format.NDJSON, true))
                    .write(file, records -> {});
            assertThat(file.toString().lines()).hasSize(30).allMatch(line -> line.contains(K));
            assertThat(fixture.importText(file.toString(), ImportOptions.of(ImportMode.UPSERT))
                            .counts()
                            .unchanged())
                    .isEqualTo(30);
        }
    }
}
