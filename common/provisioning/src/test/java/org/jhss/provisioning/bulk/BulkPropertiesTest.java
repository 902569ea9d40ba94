// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jhss.provisioning.bulk.in.ImportFile;
import org.jhss.provisioning.bulk.in.ImportListener;
import org.jhss.provisioning.bulk.in.ImportMode;
import org.jhss.provisioning.bulk.in.ImportOptions;
import org.jhss.provisioning.bulk.in.ImportRequest;
import org.jhss.provisioning.bulk.in.ReportFile;
import org.jhss.provisioning.bulk.out.ExportOptions;
import org.jhss.provisioning.bulk.out.SubscriberExport;
import org.jhss.store.database.DatabaseSettings;
import org.jhss.store.secret.KeyVault;
import org.jspecify.annotations.Nullable;

/** What holds for any subscribers. */
final class BulkPropertiesTest {

    private static final String K = "465b5ce8b199b49faa5f0a2ee238a6bc";
    private static final List<String> ROWS = List.of(
            "SELECT ki, opc, amf, sqn, iccid, imsi, batch_name, sim_vendor, esim, lpa, pin1, puk1, algo, misc1, misc2 FROM auc"
                    + " ORDER BY imsi, iccid",
            "SELECT algorithm, milenage_rotations FROM jhss_auc ORDER BY auc_id",
            "SELECT imsi, enabled, default_apn, apn_list, msisdn, ue_ambr_dl, ue_ambr_ul, nam, roaming_enabled,"
                    + " roaming_rule_list, subscribed_rau_tau_timer FROM subscriber ORDER BY imsi",
            "SELECT rfsp_index, stn_sr FROM jhss_subscriber ORDER BY subscriber_id",
            "SELECT imsi, msisdn, msisdn_list, ifc_path, scscf, xcap_profile FROM ims_subscriber ORDER BY msisdn, imsi");

    private static @Nullable Path empty;

    /** Copies of one empty database: its making takes far longer than what is tested. */
    private static synchronized BulkFixture fixture(Path folder, String name) throws IOException {
        if (empty == null) {
            var made = Files.createTempDirectory("jhss-bulk").resolve("empty.db");
            BulkFixture.in(DatabaseSettings.sqlite(made), KeyVault.disabled()).close();
            empty = made;
        }
        Files.copy(empty, folder.resolve(name));
        return BulkFixture.over(DatabaseSettings.sqlite(folder.resolve(name)), KeyVault.disabled());
    }

    private static List<String> rows(BulkFixture fixture) {
        var rows = new ArrayList<String>();
        ROWS.forEach(sql -> rows.addAll(fixture.rows(sql)));
        return rows;
    }

    /** A subscriber with odd texts; some have no IMS subscriber, some no packet core subscription. */
    record Someone(int number, String text, boolean nulls, int parts) {}

    @Provide
    Arbitrary<List<Someone>> people() {
        var texts = Arbitraries.strings().withChars("ab \",;|'#\\").ofMaxLength(12);
        return Combinators.combine(
                        Arbitraries.integers().between(1, 9_999),
                        texts,
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 3))
                .as(Someone::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .uniqueElements(Someone::number);
    }

    private static void store(BulkFixture fixture, Someone someone) {
        var imsi = "00101" + "%010d".formatted(someone.number());
        var text = "'" + someone.text().replace("'", "''") + "'";
        var algo = someone.nulls() ? "NULL" : "'3'";
        if (someone.parts() != 2) {
            fixture.execute(
                    "INSERT INTO auc (auc_id, ki, opc, amf, sqn, imsi, misc1, algo, esim) VALUES (" + someone.number()
                            + ", '" + K + "', '', '8000', " + (someone.nulls() ? "NULL" : "32") + ", '" + imsi + "', "
                            + text + ", "
                            + algo + ", 0)");
            if (someone.nulls()) {
                fixture.execute("INSERT INTO jhss_auc (auc_id, algorithm) VALUES (" + someone.number() + ", 'xor')");
            }
        }
        if (someone.parts() == 0 || someone.parts() == 3) {
            fixture.execute(
                    "INSERT INTO subscriber (imsi, enabled, auc_id, default_apn, apn_list, msisdn, nam) VALUES ('"
                            + imsi
                            + "', " + (someone.nulls() ? "NULL" : "0") + ", " + someone.number() + ", 2, '2,1', '49"
                            + someone.number() + "', " + (someone.nulls() ? "NULL" : "2") + ")");
        }
        if (someone.parts() >= 2) {
            fixture.execute("INSERT INTO ims_subscriber (msisdn, imsi, xcap_profile, ifc_path) VALUES ('49"
                    + someone.number() + "', '" + imsi + "', '', 'default_ifc.xml')");
        }
    }

    @Property(tries = 15)
    void whatIsExportedIsImportedAsItWas(@ForAll("people") List<Someone> people, @ForAll ExportOptions.Format format)
            throws IOException {
        var folder = Files.createTempDirectory("jhss-bulk");
        try (var from = fixture(folder, "from.db");
                var to = fixture(folder, "to.db")) {
            people.forEach(someone -> store(from, someone));
            var file = new StringWriter();
            long count = new SubscriberExport(from.store(), ExportOptions.all(format, true)).write(file, records -> {});
            var result = to.importText(file.toString(), ImportOptions.of(ImportMode.UPSERT));
            assertThat(to.problems()).isEmpty();
            assertThat(result.counts().created()).isEqualTo(count);
            assertThat(rows(to)).isEqualTo(rows(from));
            var again = to.importText(file.toString(), ImportOptions.of(ImportMode.UPSERT));
            assertThat(again.counts().unchanged()).isEqualTo(count);
        }
    }

    /** The failure of an import that is killed: nothing after it happens in the process. */
    private static final class Killed extends RuntimeException {}

    @Property(tries = 12)
    void anImportThatIsKilledIsTakenUpWithNothingLostOrDoneTwice(
            @ForAll @IntRange(min = 1, max = 12) int batch, @ForAll @IntRange(min = 1, max = 8) int killedAfter)
            throws IOException {
        var folder = Files.createTempDirectory("jhss-bulk");
        var file = folder.resolve("subscribers.csv");
        var text = new StringBuilder("imsi,ki,opc,amf,default_apn,msisdn,ims.msisdn_list\n");
        for (int i = 1; i <= 40; i++) {
            text.append("00101%010d,%s,%s,8000,%s,49%d,49%d\n"
                    .formatted(i, K, K, i % 7 == 0 ? "nowhere" : "internet", i, i));
        }
        Files.writeString(file, text);
        var options = ImportOptions.of(ImportMode.INSERT).withBatch(batch);
        var request = ImportRequest.of(ImportFile.of(file), options, "test");
        var told = folder.resolve("report.csv");
        try (var fixture = fixture(folder, "hss.db")) {
            boolean killed = false;
            try (var report = new ReportFile(told)) {
                fixture.run(request, report, killer(killedAfter));
            } catch (Killed _) {
                killed = true;
            }
            // A kill leaves the record as it was: running.
            fixture.execute("UPDATE jhss_import SET state = 'running', ended = NULL WHERE state = 'failed'");
            if (killed) {
                try (var report = new ReportFile(told)) {
                    var result = fixture.run(request.withResume(), report, ImportListener.NONE);
                    assertThat(result.counts().created()).isEqualTo(35);
                    assertThat(result.counts().rejected()).isEqualTo(5);
                }
            }
            assertThat(fixture.rows("SELECT COUNT(*), COUNT(DISTINCT imsi) FROM subscriber"))
                    .containsExactly("35|35");
            assertThat(fixture.rows("SELECT COUNT(*) FROM ims_subscriber")).containsExactly("35");
            assertThat(fixture.rows("SELECT position, state, created_count, rejected_count FROM jhss_import"))
                    .containsExactly("40|done|35|5");
            assertThat(Files.readAllLines(told)).hasSize(6).doesNotHaveDuplicates();
        }
    }

    private static ImportListener killer(int after) {
        var transactions = new int[1];
        return progress -> {
            if (++transactions[0] == after) {
                throw new Killed();
            }
        };
    }

    @Property(tries = 5)
    void exportsChooseByPrefixApnAndState(@ForAll("people") List<Someone> people) throws IOException {
        var folder = Files.createTempDirectory("jhss-bulk");
        try (var fixture = fixture(folder, "hss.db")) {
            people.forEach(someone -> store(fixture, someone));
            var nobody = new ExportOptions(
                    ExportOptions.Format.NDJSON,
                    false,
                    "00101",
                    Optional.of("internet"),
                    Optional.empty(),
                    Optional.of(true));
            var file = new StringWriter();
            assertThat(new SubscriberExport(fixture.store(), nobody).write(file, records -> {}))
                    .isZero();
            var all = new StringWriter();
            new SubscriberExport(fixture.store(), ExportOptions.all(ExportOptions.Format.CSV, false))
                    .write(all, it -> {});
            assertThat(all.toString()).as("without secrets").doesNotContain(K);
        }
    }

    @Property(tries = 1)
    void defaultsNeverOverwriteWhatExists() throws IOException {
        var folder = Files.createTempDirectory("jhss-bulk");
        try (var fixture = fixture(folder, "hss.db")) {
            var options = ImportOptions.of(ImportMode.UPSERT).withDefaults(Map.of("apn", "internet", "amf", "8000"));
            fixture.importText("imsi,ki,opc\n001010000000001," + K + "," + K + "\n", options);
            var other = options.withDefaults(Map.of("apn", "ims", "amf", "9999"));
            assertThat(fixture.importText("imsi,ki\n001010000000001," + K + "\n", other)
                            .counts()
                            .unchanged())
                    .isEqualTo(1);
        }
    }
}
