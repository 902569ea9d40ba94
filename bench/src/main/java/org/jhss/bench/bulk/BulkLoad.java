// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.bulk;

import java.sql.Connection;
import java.sql.SQLException;
import org.jhss.store.database.DatabaseType;

/**
 * Makes a population in an empty, migrated database. The rows are made by the database itself, in the order of their keys, so that
 * nothing travels and every index grows at its end.
 */
public final class BulkLoad {

    /** Rows of one transaction. */
    private static final long STEP = 250_000;

    private final Connection connection;
    private final DatabaseType type;
    private final Dialect dialect;

    private BulkLoad(Connection connection, DatabaseType type) {
        this.connection = connection;
        this.type = type;
        this.dialect = Dialect.of(type);
    }

    /**
     * Loads it.
     *
     * @param connection to the database, with auto-commit; not to be used for requests afterwards
     */
    public static void load(Connection connection, DatabaseType type, Population population) throws SQLException {
        new BulkLoad(connection, type).load(population);
    }

    private void load(Population population) throws SQLException {
        run(dialect.before());
        loadApns();
        connection.setAutoCommit(false);
        for (long from = 1; from <= population.count(); from += STEP) {
            long to = Math.min(population.count(), from + STEP - 1);
            var imsi = dialect.text("n + " + (population.firstImsi() - 1), population.imsiDigits());
            loadKeys(imsi, dialect.numbers(from, to));
            loadSubscribers(imsi, dialect.numbers(from, to));
            connection.commit();
        }
        connection.setAutoCommit(true);
        run(dialect.after());
    }

    private void loadApns() throws SQLException {
        run("""
                INSERT INTO apn (apn_id, apn, ip_version, charging_characteristics, apn_ambr_dl, apn_ambr_ul, qci, arp_priority,
                    arp_preemption_capability, arp_preemption_vulnerability, nbiot)
                VALUES (1, 'internet', 0, '0800', 100000000, 50000000, 9, 4, %1$s, %2$s, %1$s),
                    (2, 'ims', 0, '0800', 1000000, 1000000, 5, 1, %1$s, %2$s, %1$s)""".formatted(truth(false), truth(true)));
    }

    private void loadKeys(String imsi, String numbers) throws SQLException {
        run("""
                INSERT INTO auc (auc_id, ki, opc, amf, sqn, imsi, algo)
                SELECT n, '%s', '%s', '%s', %d, %s, '3' FROM %s""".formatted(Population.K, Population.OPC, Population.AMF, Population.FIRST_SQN, imsi, numbers));
    }

    private void loadSubscribers(String imsi, String numbers) throws SQLException {
        var msisdn = dialect.text("n + " + Population.FIRST_MSISDN, Population.FIRST_MSISDN.length());
        run("""
                INSERT INTO subscriber (subscriber_id, imsi, enabled, auc_id, default_apn, apn_list, msisdn, ue_ambr_dl, ue_ambr_ul,
                    nam, roaming_enabled, subscribed_rau_tau_timer)
                SELECT n, %1$s, %3$s, n, 1, '1,2', %2$s, 100000000, 50000000, 0, %3$s, 300 FROM %4$s""".formatted(imsi, msisdn, truth(true), numbers));
    }

    private void run(Iterable<String> statements) throws SQLException {
        for (var statement : statements) {
            run(statement);
        }
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String truth(boolean value) {
        return type == DatabaseType.SQLITE ? (value ? "1" : "0") : Boolean.toString(value);
    }
}
