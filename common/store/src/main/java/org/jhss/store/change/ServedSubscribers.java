// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.change;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jhss.identity.Imsi;
import org.jhss.store.database.Columns;

/** Where subscribers are registered, within the transaction of a change. */
final class ServedSubscribers {

    private static final int MME = 1;
    private static final int SGSN = 2;

    /** PyHSS's columns have the last word on who the MME is. */
    private static final String SELECT =
            "SELECT s.subscriber_id, s.imsi, s.enabled, s.serving_mme, s.serving_mme_realm,"
                    + " s.serving_mme_peer, n.host, n.realm, n.peer FROM subscriber s LEFT JOIN jhss_serving_node n"
                    + " ON n.subscriber_id = s.subscriber_id AND n.node_type = " + SGSN + " AND n.purged = ? WHERE ";

    private static final String CLEAR_NODES = "DELETE FROM jhss_serving_node WHERE subscriber_id = ?";
    private static final String CLEAR_MIRROR = "UPDATE subscriber SET serving_mme = NULL, serving_mme_realm = NULL,"
            + " serving_mme_peer = NULL, serving_mme_timestamp = NULL WHERE subscriber_id = ?";

    /**
     * A subscriber.
     *
     * @param nodes which serve it and have not purged it
     */
    record Served(int subscriberId, Optional<Imsi> imsi, boolean enabled, List<TargetNode> nodes) {}

    private ServedSubscribers() {}

    static Optional<Served> bySubscriber(Connection connection, int subscriberId) throws SQLException {
        return read(connection, "s.subscriber_id = ?", subscriberId).stream().findFirst();
    }

    static List<Served> byKeys(Connection connection, int aucId) throws SQLException {
        return read(connection, "s.auc_id = ?", aucId);
    }

    /** Forgets where a subscriber is served. */
    static void clear(Connection connection, int subscriberId) throws SQLException {
        for (var sql : List.of(CLEAR_NODES, CLEAR_MIRROR)) {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setInt(1, subscriberId);
                statement.executeUpdate();
            }
        }
    }

    private static List<Served> read(Connection connection, String condition, int key) throws SQLException {
        var found = new ArrayList<Served>();
        try (var statement = connection.prepareStatement(SELECT + condition)) {
            statement.setBoolean(1, false);
            statement.setInt(2, key);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var nodes = new ArrayList<TargetNode>(2);
                    addNode(nodes, MME, rows, 4);
                    addNode(nodes, SGSN, rows, 7);
                    found.add(new Served(
                            rows.getInt(1), Imsi.parse(Columns.text(rows, 2)), Columns.bool(rows, 3, true), nodes));
                }
            }
        }
        return found;
    }

    private static void addNode(List<TargetNode> nodes, int type, ResultSet rows, int first) throws SQLException {
        var host = Columns.text(rows, first);
        if (!host.isEmpty()) {
            nodes.add(new TargetNode(type, host, Columns.text(rows, first + 1), Columns.text(rows, first + 2)));
        }
    }
}
