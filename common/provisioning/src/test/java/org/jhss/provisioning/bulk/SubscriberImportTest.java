// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.jhss.provisioning.bulk.in.ImportMode;
import org.jhss.provisioning.bulk.in.ImportOptions;
import org.jhss.provisioning.bulk.in.RecordProblem;
import org.jhss.store.bulk.ImportRun;
import org.jhss.store.bulk.ImportRuns;
import org.jhss.store.database.DatabaseSettings;
import org.jhss.store.secret.KeyVault;
import org.jhss.store.secret.SecretKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports into SQLite. */
final class SubscriberImportTest {

    private static final String K = "465b5ce8b199b49faa5f0a2ee238a6bc";
    private static final String OPC = "cd63cb71954a9f4e48a5994e37a02baf";
    private static final String OP = "cdc202d5123e20f62b6d676ac72cb318";
    private static final String HEADER = "imsi,iccid,ki,opc,amf,msisdn,default_apn,apn_list,ims.msisdn_list\n";
    private static final String TWO = HEADER
            + "001010000000001,8988211000000000003," + K + "," + OPC
            + ",8000,4912345,internet,\"internet,ims\",4912345\n"
            + "001010000000002,8988211000000000011," + K + "," + OPC
            + ",8000,4912346,internet,\"internet,ims\",4912346\n";
    private static final ImportOptions INSERT = ImportOptions.of(ImportMode.INSERT);
    private static final ImportOptions UPSERT = ImportOptions.of(ImportMode.UPSERT);

    @TempDir
    private Path directory;

    private BulkFixture fixture;

    @BeforeEach
    void open() {
        fixture = BulkFixture.in(DatabaseSettings.sqlite(directory.resolve("hss.db")), KeyVault.disabled());
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void storesKeysSubscriberAndImsSubscriberWithDefaults() {
        var result = fixture.importText(TWO, INSERT);
        assertThat(fixture.problems()).isEmpty();
        assertThat(result.counts().created()).isEqualTo(2);
        assertThat(fixture.rows("SELECT imsi, iccid, ki, opc, amf, sqn, algo, esim FROM auc ORDER BY auc_id"))
                .first()
                .isEqualTo("001010000000001|8988211000000000003|" + K + "|" + OPC + "|8000|null|3|0");
        assertThat(fixture.rows(
                        "SELECT imsi, auc_id, default_apn, apn_list, msisdn, enabled, ue_ambr_dl, nam FROM subscriber"
                                + " ORDER BY subscriber_id"))
                .containsExactly(
                        "001010000000001|1|1|1,2|4912345|1|999999|0", "001010000000002|2|1|1,2|4912346|1|999999|0");
        assertThat(fixture.rows("SELECT imsi, msisdn, msisdn_list FROM ims_subscriber ORDER BY ims_subscriber_id"))
                .first()
                .isEqualTo("001010000000001|4912345|4912345");
    }

    @Test
    void computesOpcFromOp() {
        // TS 35.208 4.3.1.
        fixture.importText("imsi,ki,op,amf\n001010000000001," + K + "," + OP + ",8000\n", INSERT);
        assertThat(fixture.rows("SELECT opc FROM auc")).containsExactly(OPC);
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        fixture.importText(TWO, UPSERT);
        var before = fixture.rows("SELECT * FROM auc") + "" + fixture.rows("SELECT * FROM subscriber");
        var again = fixture.importText(TWO, UPSERT);
        assertThat(again.counts().unchanged()).isEqualTo(2);
        assertThat(again.counts().created() + again.counts().updated()).isZero();
        assertThat(fixture.rows("SELECT * FROM auc") + "" + fixture.rows("SELECT * FROM subscriber"))
                .isEqualTo(before);
    }

    @Test
    void anUpsertChangesWhatTheFileSaysAndLeavesTheRest() {
        fixture.importText(TWO, INSERT);
        fixture.execute("UPDATE auc SET sqn = 4711 WHERE auc_id = 1");
        var result = fixture.importText("imsi,msisdn,sqn,enabled\n001010000000001,49777,1,false\n", UPSERT);
        assertThat(fixture.problems()).isEmpty();
        assertThat(result.counts().updated()).isEqualTo(1);
        assertThat(fixture.rows("SELECT msisdn, enabled, apn_list FROM subscriber WHERE subscriber_id = 1"))
                .containsExactly("49777|0|1,2");
        assertThat(fixture.rows("SELECT sqn FROM auc WHERE auc_id = 1"))
                .as("a sequence number never goes back")
                .containsExactly("4711");
    }

    @Test
    void whatExistsIsAnErrorOfInsertAndPassedOverByInsertNew() {
        fixture.importText(TWO, INSERT);
        var result = fixture.importText(TWO, INSERT);
        assertThat(result.counts().rejected()).isEqualTo(2);
        assertThat(fixture.problems()).extracting(RecordProblem::rule).containsOnly("exists");
        var skipped = fixture.importText(TWO, ImportOptions.of(ImportMode.INSERT_NEW));
        assertThat(skipped.counts().skipped()).isEqualTo(2);
    }

    @Test
    void badRecordsAreReportedByLineAndTheRestIsStored() {
        var text = TWO
                + "00101000000000x,,zz," + OPC + ",8000,4912347,internet,,\n"
                + "001010000000004,," + K + "," + OPC + ",8000,4912348,nowhere,,\n"
                + "001010000000002,," + K + "," + OPC + ",8000,4912349,internet,,\n"
                + "001010000000006,\"unclosed\n";
        var result = fixture.importText(text, INSERT);
        assertThat(result.counts().created()).isEqualTo(2);
        assertThat(result.counts().rejected()).isEqualTo(4);
        assertThat(fixture.problems())
                .extracting(problem ->
                        problem.number() + " " + problem.line() + " " + problem.field() + " " + problem.rule())
                .contains("3 4 auc.ki key", "4 5 default_apn reference", "5 6 auc.imsi duplicate", "6 7  format");
        assertThat(fixture.problems())
                .extracting(RecordProblem::message)
                .noneMatch(message -> message.contains(K) || message.contains("zz"));
    }

    @Test
    void onlyTheRecordThatTheDatabaseRefusesIsLost() {
        fixture.execute("INSERT INTO auc (ki, opc, amf, imsi, iccid) VALUES ('" + K
                + "', '', '8000', '001019999999999'," + " '8988211000000000011')");
        var result = fixture.importText(TWO, UPSERT);
        assertThat(result.counts().created()).isEqualTo(1);
        assertThat(fixture.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo("auc.iccid");
            assertThat(problem.line()).isEqualTo(3);
        });
    }

    @Test
    void aDryRunChecksEverythingAndWritesNothing() {
        fixture.importText(TWO, INSERT);
        var result = fixture.importText(
                TWO + "001010000000003,," + K + "," + OPC + ",8000,4912347,internet,,\n", INSERT.withDryRun());
        assertThat(result.counts().created()).isEqualTo(1);
        assertThat(result.counts().rejected()).isEqualTo(2);
        assertThat(fixture.rows("SELECT COUNT(*) FROM auc")).containsExactly("2");
        assertThat(fixture.rows("SELECT COUNT(*) FROM jhss_import")).containsExactly("1");
    }

    @Test
    void deletesSubscribersAndWhatBelongsToThem() {
        fixture.importText(TWO, INSERT);
        var result =
                fixture.importText("imsi\n001010000000001\n001010000000009\n", ImportOptions.of(ImportMode.DELETE));
        assertThat(result.counts().deleted()).isEqualTo(1);
        assertThat(result.counts().unchanged()).isEqualTo(1);
        for (var table : new String[] {"auc", "subscriber", "ims_subscriber"}) {
            assertThat(fixture.rows("SELECT imsi FROM " + table)).containsExactly("001010000000002");
        }
    }

    @Test
    void defaultsMakeSubscribersOfABareListOfKeys() {
        var text = "IMSI;ICCID;ACC;Ki;OPC;PIN1\n001010000000001;8988211000000000003;0001;" + K + ";" + OPC + ";0000\n";
        var result = fixture.importText(
                text, INSERT.withDefaults(Map.of("amf", "8000", "apn", "internet", "apn_list", "internet|ims")));
        assertThat(fixture.problems()).isEmpty();
        assertThat(result.unused()).containsExactly("ACC");
        assertThat(fixture.rows("SELECT imsi, apn_list FROM subscriber")).containsExactly("001010000000001|1,2");
        assertThat(fixture.rows("SELECT pin1, amf FROM auc")).containsExactly("0000|8000");
    }

    @Test
    void unknownColumnsAreRefusedBeforeAnythingIsWritten() {
        assertThatThrownBy(() -> fixture.importText("imsi,msisnd\n001010000000001,49\n", INSERT))
                .hasMessageContaining("msisnd");
        assertThat(fixture.rows("SELECT COUNT(*) FROM auc")).containsExactly("0");
    }

    @Test
    void tooManyErrorsEndTheImport() {
        var options = new ImportOptions(
                ImportMode.INSERT,
                INSERT.parts(),
                Map.of(),
                Map.of(),
                INSERT.ignored(),
                INSERT.order(),
                INSERT.transportKey(),
                INSERT.encrypted(),
                java.util.Optional.of(1L),
                2,
                0,
                false);
        var result = fixture.importText("imsi,ki\n1,2\n1,2\n1,2\n1,2\n", options);
        assertThat(result.state()).isEqualTo(ImportRun.State.FAILED);
        assertThat(result.counts().position()).isEqualTo(2);
    }

    @Test
    void keysAreEncryptedAndFoundUnchangedLater(@TempDir Path other) {
        var vault = KeyVault.of(
                "k1",
                Map.of("k1", SecretKey.of(Base64.getDecoder().decode("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="))));
        try (var sealed = BulkFixture.in(DatabaseSettings.sqlite(other.resolve("hss.db")), vault)) {
            sealed.importText(TWO, UPSERT);
            assertThat(sealed.rows("SELECT ki, opc FROM auc")).containsOnly("kept-in-jhss_auc|kept-in-jhss_auc");
            assertThat(sealed.rows("SELECT key_id, algorithm, k FROM jhss_auc")).containsOnly("k1|milenage|null");
            var again = sealed.importText(TWO, UPSERT);
            assertThat(again.counts().unchanged()).isEqualTo(2);
            var changed = sealed.importText("imsi,ki\n001010000000001," + OPC + "\n", UPSERT);
            assertThat(changed.counts().updated()).isEqualTo(1);
        }
    }

    @Test
    void anImportIsOneEntryOfTheAudit() {
        var result = fixture.importText(TWO, INSERT);
        var run = new ImportRuns(fixture.store().database()).get(result.id()).orElseThrow();
        assertThat(run.actor()).isEqualTo("test");
        assertThat(run.operationId()).isEqualTo(result.operationId());
        assertThat(run.state()).isEqualTo(ImportRun.State.DONE);
        assertThat(run.counts()).isEqualTo(result.counts());
        assertThat(run.ended()).isPresent();
    }
}
