// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.work;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jhss.store.database.Columns;
import org.jhss.store.database.Database;
import org.jhss.store.database.StoreException;

/** All nodes that serve subscribers, for what concerns nodes rather than subscribers (TS 29.272 5.2.4.1). Thread-safe. */
public final class RegisteredNodes {

    /** PyHSS's columns have the last word on who the MME is. */
    private static final String MMES =
            "SELECT DISTINCT serving_mme, serving_mme_realm, serving_mme_peer FROM subscriber"
                    + " WHERE serving_mme IS NOT NULL AND imsi LIKE ?";

    private static final String SGSNS = "SELECT DISTINCT n.host, n.realm, n.peer FROM jhss_serving_node n"
            + " JOIN subscriber s ON s.subscriber_id = n.subscriber_id"
            + " WHERE n.node_type = ? AND n.purged = ? AND s.imsi LIKE ?";

    private final Database database;

    public RegisteredNodes(Database database) {
        this.database = database;
    }

    /**
     * The nodes of that type that serve a subscriber whose IMSI begins with {@code prefix}; those that have purged all of them are left
     * out. Reads the whole table: not for the request path.
     *
     * @param prefix decimal digits, possibly none
     * @throws StoreException as {@link UnitsOfWork} says
     */
    public Set<ServingNode.Address> serving(NodeType type, String prefix) {
        try (var connection = database.readers().getConnection()) {
            return type == NodeType.MME ? mmes(connection, prefix) : sgsns(connection, prefix);
        } catch (SQLException e) {
            throw database.translate("reading the serving nodes", e);
        }
    }

    private static Set<ServingNode.Address> mmes(Connection connection, String prefix) throws SQLException {
        return read(connection, MMES, List.of(prefix + "%"));
    }

    private static Set<ServingNode.Address> sgsns(Connection connection, String prefix) throws SQLException {
        return read(connection, SGSNS, List.of(NodeType.SGSN.columnValue(), false, prefix + "%"));
    }

    private static Set<ServingNode.Address> read(Connection connection, String sql, List<?> parameters)
            throws SQLException {
        var nodes = new LinkedHashSet<ServingNode.Address>();
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    nodes.add(new ServingNode.Address(
                            Columns.text(rows, 1), Columns.text(rows, 2), Columns.text(rows, 3), ""));
                }
            }
        }
        nodes.removeIf(node -> node.host().isEmpty());
        return nodes;
    }
}
