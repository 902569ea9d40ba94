// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.store.database.DatabaseSettings;
import org.jhss.store.secret.KeyVault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database of PyHSS 2.0, opened, edited and given back. */
class PyhssDatabaseTest {

    @TempDir
    Path directory;

    private String url() {
        return "jdbc:sqlite:" + directory.resolve("hss.db");
    }

    private void pyhssWrites() throws SQLException, IOException {
        try (var stream = PyhssDatabaseTest.class.getResourceAsStream("/pyhss/sqlite/2.0.sql");
                var connection = DriverManager.getConnection(url());
                var statement = connection.createStatement()) {
            var script = new String(java.util.Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            for (var sql : script.replaceAll("(?m)^--.*$", "").split(";", -1)) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }

    private List<String> pyhssReads(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(rows.getString(i));
                }
                found.add(String.join("|", row.stream().map(String::valueOf).toList()));
            }
            return found;
        }
    }

    @Test
    void what_is_edited_is_there_for_pyhss_and_the_rest_is_as_it_was() throws Exception {
        pyhssWrites();
        var columns = pyhssReads("SELECT name FROM pragma_table_info('subscriber')");
        var others = pyhssReads("SELECT * FROM auc WHERE auc_id = 1");
        try (var ground =
                Ground.on(DatabaseSettings.sqlite(directory.resolve("hss.db")), KeyVault.disabled(), Settings.QUIET)) {
            assertThat(ground.read(ResourceType.SUBSCRIBER, 1).get("imsi")).isEqualTo("001010000000001");
            ground.update(ResourceType.SUBSCRIBER, 1, "{'msisdn':'+449','rfsp_index':3}");
            ground.auc("001010000000002");
            ground.create(
                    ResourceType.SUBSCRIBER,
                    "{'imsi':'001010000000002','auc_id':2,'default_apn':1,'apn_list':'1','enabled':0}");
        }

        assertThat(pyhssReads("SELECT name FROM pragma_table_info('subscriber')"))
                .isEqualTo(columns);
        assertThat(pyhssReads("SELECT * FROM auc WHERE auc_id = 1")).isEqualTo(others);
        assertThat(pyhssReads("SELECT upgrade_id FROM database_schema_version")).containsExactly("1");
        // PyHSS 2.0 writes no fraction here, and what nobody has touched keeps its spelling.
        assertThat(pyhssReads("SELECT msisdn, enabled, serving_mme, serving_mme_timestamp FROM subscriber ORDER BY 1"))
                .containsExactly("null|0|null|null", "449|1|mme1.example.org|2026-01-02 03:04:05");
        assertThat(pyhssReads("SELECT ki, opc, amf, sqn, algo FROM auc WHERE auc_id = 2"))
                .containsExactly(Ground.K + "|" + Ground.OPC + "|8000|0|3");
        assertThat(pyhssReads("SELECT operation, table_name, item_id, subscriber_id FROM operation_log ORDER BY id"))
                .containsExactly("UPDATE|subscriber|1|null", "INSERT|auc|2|null", "INSERT|subscriber|2|null");
    }

    @Test
    void rows_that_break_rules_can_still_be_edited() throws Exception {
        pyhssWrites();
        try (var connection = DriverManager.getConnection(url());
                var statement = connection.createStatement()) {
            statement.execute(
                    "UPDATE subscriber SET msisdn = 'not a number', apn_list = '1;2', serving_mme_timestamp = 'once'");
        }
        try (var ground =
                Ground.on(DatabaseSettings.sqlite(directory.resolve("hss.db")), KeyVault.disabled(), Settings.QUIET)) {
            ground.update(ResourceType.SUBSCRIBER, 1, "{'nam':2,'msisdn':'not a number'}");
            assertThat(ground.tryUpdate(ResourceType.SUBSCRIBER, 1, "{'msisdn':'nor this'}"))
                    .isInstanceOf(Outcome.Invalid.class);
        }
        assertThat(pyhssReads("SELECT nam, msisdn, serving_mme_timestamp FROM subscriber"))
                .containsExactly("2|not a number|once");
    }
}
