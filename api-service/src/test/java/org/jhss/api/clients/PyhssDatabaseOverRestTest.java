// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jhss.api.ApiFixture;
import org.jhss.store.Store;
import org.jhss.store.database.DatabaseSettings;
import org.jhss.store.secret.KeyVault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database of PyHSS 2.0 opened, edited over REST and opened again; PyHSS would find its tables as it left them. */
class PyhssDatabaseOverRestTest {

    private static final String SCRIPT = "/pyhss/sqlite/2.0.sql";
    private static final int PYHSS_TABLES = 16;

    @TempDir
    Path directory;

    private Map<String, List<String>> columns;

    @BeforeEach
    void pyhssLeavesADatabase() throws Exception {
        try (var stream = PyhssDatabaseOverRestTest.class.getResourceAsStream(SCRIPT);
                var connection = DriverManager.getConnection(url());
                var statement = connection.createStatement()) {
            var script = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            for (var sql : script.replaceAll("(?m)^--.*$", "").split(";", -1)) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
        columns = columns();
        assertThat(columns).hasSizeGreaterThanOrEqualTo(PYHSS_TABLES);
    }

    @Test
    void what_was_edited_over_rest_is_there_when_it_is_opened_again() throws Exception {
        migrate();
        int subscriber;
        try (var api = ApiFixture.start(directory, Map.of())) {
            var client = new Wire(api.server().address());
            assertThat(client.get("/subscriber/imsi/001010000000001").ok().id("subscriber_id"))
                    .isEqualTo(1);
            client.patch("/subscriber/1", "{\"msisdn\": \"+449\", \"ue_ambr_dl\": \"5000\"}")
                    .ok();
            int auc = client.put("/auc/", Consoles.AUC.replace("001010000000001", "001010000000002"))
                    .ok()
                    .id("auc_id");
            subscriber = client.put(
                            "/subscriber/",
                            Consoles.SUBSCRIBER.formatted(auc, 1, 1).replace("001010000000001", "001010000000002"))
                    .ok()
                    .id("subscriber_id");
            client.put(
                            "/subscriber_attributes/",
                            "{\"subscriber_id\": %d, \"key\": \"rat_restriction_4g\", \"value\": \"forbidden\"}"
                                    .formatted(subscriber))
                    .ok();
        }

        var now = columns();
        columns.forEach((table, names) -> assertThat(now).as(table).containsEntry(table, names));
        assertThat(
                        pyhssReads(
                                "SELECT imsi, enabled, msisdn, apn_list, ue_ambr_dl, roaming_enabled FROM subscriber ORDER BY 1"))
                .containsExactly("001010000000001|1|449|1|5000|null", "001010000000002|1|491700000001|1|1000000|1");
        assertThat(pyhssReads("SELECT ki, opc, amf, sqn, iccid, kid, algo FROM auc WHERE imsi = '001010000000002'"))
                .containsExactly("465b5ce8b199b49faa5f0a2ee238a6bc|cd63cb71954a9f4e48a5994e37a02baf|8000|0"
                        + "|8949000000000000001||3");
        assertThat(pyhssReads("SELECT subscriber_id, key, value FROM subscriber_attributes"))
                .contains(subscriber + "|rat_restriction_4g|forbidden");

        migrate();
        try (var api = ApiFixture.start(directory, Map.of())) {
            var client = new Wire(api.server().address());
            assertThat(client.get("/subscriber/msisdn/449")
                            .ok()
                            .json()
                            .path("ue_ambr_dl")
                            .intValue())
                    .isEqualTo(5000);
            assertThat(client.get("/subscriber/imsi/001010000000002")
                            .ok()
                            .json()
                            .path("attributes"))
                    .hasSize(1);
        }
    }

    private String url() {
        return "jdbc:sqlite:" + directory.resolve("hss.db");
    }

    private void migrate() throws Exception {
        try (var store = Store.open(DatabaseSettings.sqlite(directory.resolve("hss.db")), KeyVault.disabled())) {
            store.migrator().migrate();
        }
    }

    /** Columns with their types by table, in their order. */
    private Map<String, List<String>> columns() throws SQLException {
        Map<String, List<String>> found = new TreeMap<>();
        for (var table :
                pyhssReads("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")) {
            found.put(table, pyhssReads("SELECT name, type, \"notnull\", pk FROM pragma_table_info('" + table + "')"));
        }
        return found;
    }

    private List<String> pyhssReads(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(rows.getString(i)));
                }
                found.add(String.join("|", row));
            }
            return found;
        }
    }
}
