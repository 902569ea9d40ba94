// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.work;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jhss.identity.Plmn;
import org.jhss.store.database.Columns;
import org.jhss.store.database.DatabaseType;
import org.jhss.store.database.PreparedConnection;
import org.jhss.store.database.SqlFailures;
import org.jhss.store.database.Timestamps;

/** Writes what a batch changed, each kind of change as one JDBC batch, in the order of the keys. */
final class ChangeWriter {

    private static final String UPDATE_SQN = "UPDATE auc SET sqn = ? WHERE auc_id = ?";
    private static final String UPDATE_MME = "UPDATE subscriber SET serving_mme = ?, serving_mme_realm = ?,"
            + " serving_mme_peer = ?, serving_mme_timestamp = ? WHERE subscriber_id = ?";
    private static final String UPDATE_LAST_SEEN = "UPDATE subscriber SET last_seen_eci = ?, last_seen_enodeb_id = ?,"
            + " last_seen_cell_id = ?, last_seen_tac = ?, last_seen_mcc = ?, last_seen_mnc = ?,"
            + " last_location_update_timestamp = ? WHERE subscriber_id = ?";
    private static final String DELETE_NODE = "DELETE FROM jhss_serving_node WHERE subscriber_id = ? AND node_type = ?";
    private static final String DELETE_GATEWAY = "DELETE FROM jhss_pdn_gw WHERE subscriber_id = ? AND apn = ?";

    private final Timestamps timestamps;
    private final NodeColumns nodeColumns;
    private final String upsertNode;
    private final String upsertGateway;
    private final String upsertReachability;

    ChangeWriter(DatabaseType type, Timestamps timestamps, NodeColumns nodeColumns) {
        this.timestamps = timestamps;
        this.nodeColumns = nodeColumns;
        this.upsertNode = Upserts.sql(
                type,
                "jhss_serving_node",
                List.of("subscriber_id", "node_type"),
                List.of(NodeColumns.NODE.split(" ", -1)));
        this.upsertGateway = Upserts.sql(
                type,
                "jhss_pdn_gw",
                List.of("subscriber_id", "apn"),
                List.of("context_id", "host", "realm", "address", "address_2", "visited_plmn", "updated_at"));
        this.upsertReachability =
                Upserts.sql(type, "jhss_subscriber", List.of("subscriber_id"), List.of("ue_reachability_requested"));
    }

    void write(PreparedConnection connection, Collection<SubscriberState> states) throws SQLException {
        writeSqns(connection, changed(states, state -> state.sqnVersions().isChanged()));
        for (var type : NodeType.values()) {
            var moved = changed(states, state -> state.nodeVersions(type).isChanged());
            writeNodes(connection, moved, type);
            if (type == NodeType.MME) {
                mirrorMme(connection, moved);
            }
        }
        writeLastSeen(
                connection, changed(states, state -> state.lastSeenVersions().isChanged()));
        writeGateways(
                connection, changed(states, state -> state.gatewayVersions().isChanged()));
        writeReachability(
                connection,
                changed(states, state -> state.reachabilityVersions().isChanged()));
    }

    private static List<SubscriberState> changed(
            Collection<SubscriberState> states, Predicate<SubscriberState> criterion) {
        var changed = new ArrayList<SubscriberState>();
        for (var state : states) {
            if (criterion.test(state)) {
                changed.add(state);
            }
        }
        changed.sort(Comparator.comparingInt(SubscriberState::aucId));
        return changed;
    }

    private static void writeSqns(PreparedConnection connection, List<SubscriberState> states) throws SQLException {
        if (states.isEmpty()) {
            return;
        }
        var update = connection.prepare(UPDATE_SQN);
        for (var state : states) {
            update.setLong(1, state.sqn());
            update.setInt(2, state.aucId());
            update.addBatch();
        }
        execute(update, "auc");
    }

    private void writeNodes(PreparedConnection connection, List<SubscriberState> states, NodeType type)
            throws SQLException {
        var registered = new ArrayList<SubscriberState>();
        var gone = new ArrayList<SubscriberState>();
        for (var state : states) {
            (state.nodeVersions(type).get().isPresent() ? registered : gone).add(state);
        }
        if (!registered.isEmpty()) {
            var upsert = connection.prepare(upsertNode);
            for (var state : registered) {
                upsert.setInt(1, state.subscriberId());
                upsert.setInt(2, type.columnValue());
                nodeColumns.bind(upsert, 3, state.nodeVersions(type).get().orElseThrow());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
        if (!gone.isEmpty()) {
            var delete = connection.prepare(DELETE_NODE);
            for (var state : gone) {
                delete.setInt(1, state.subscriberId());
                delete.setInt(2, type.columnValue());
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }

    /** PyHSS's own columns, which know no purged registration: those are cleared as PyHSS clears them. */
    private void mirrorMme(PreparedConnection connection, List<SubscriberState> states) throws SQLException {
        if (states.isEmpty()) {
            return;
        }
        var update = connection.prepare(UPDATE_MME);
        for (var state : states) {
            Optional<ServingNode> node =
                    state.nodeVersions(NodeType.MME).get().filter(registered -> !registered.purged());
            var address = node.map(ServingNode::address);
            update.setString(1, address.map(ServingNode.Address::host).orElse(null));
            Columns.setText(update, 2, address.map(ServingNode.Address::realm).orElse(""));
            Columns.setText(update, 3, address.map(ServingNode.Address::peer).orElse(""));
            timestamps.set(update, 4, node.map(ServingNode::registeredAt).orElse(null));
            update.setInt(5, state.subscriberId());
            update.addBatch();
        }
        execute(update, "subscriber");
    }

    private void writeLastSeen(PreparedConnection connection, List<SubscriberState> states) throws SQLException {
        if (states.isEmpty()) {
            return;
        }
        var update = connection.prepare(UPDATE_LAST_SEEN);
        for (var state : states) {
            var seen = state.lastSeenVersions().get().orElseThrow();
            Columns.setText(update, 1, seen.eci());
            Columns.setText(update, 2, seen.enodebId());
            Columns.setText(update, 3, seen.cellId());
            Columns.setText(update, 4, seen.tac());
            update.setString(5, seen.plmn().map(Plmn::mcc).orElse(null));
            update.setString(6, seen.plmn().map(Plmn::mnc).orElse(null));
            timestamps.set(update, 7, seen.at());
            update.setInt(8, state.subscriberId());
            update.addBatch();
        }
        execute(update, "subscriber");
    }

    private void writeGateways(PreparedConnection connection, List<SubscriberState> states) throws SQLException {
        for (var state : states) {
            var versions = state.gatewayVersions();
            for (var gateway : versions.stored()) {
                if (versions.get().stream().noneMatch(other -> other.apn().equals(gateway.apn()))) {
                    var delete = connection.prepare(DELETE_GATEWAY);
                    delete.setInt(1, state.subscriberId());
                    delete.setString(2, gateway.apn());
                    delete.executeUpdate();
                }
            }
            for (var gateway : versions.get()) {
                if (!versions.stored().contains(gateway)) {
                    writeGateway(connection, state, gateway);
                }
            }
        }
    }

    private void writeGateway(PreparedConnection connection, SubscriberState state, PdnGateway gateway)
            throws SQLException {
        var addresses = gateway.addresses();
        var upsert = connection.prepare(upsertGateway);
        upsert.setInt(1, state.subscriberId());
        upsert.setString(2, gateway.apn());
        Columns.setInt(upsert, 3, gateway.contextId());
        Columns.setText(upsert, 4, gateway.host());
        Columns.setText(upsert, 5, gateway.realm());
        Columns.setText(upsert, 6, addresses.isEmpty() ? "" : addresses.getFirst());
        Columns.setText(upsert, 7, addresses.size() < 2 ? "" : addresses.get(1));
        upsert.setString(8, gateway.visitedPlmn().map(Plmn::toString).orElse(null));
        timestamps.set(upsert, 9, gateway.updatedAt());
        upsert.executeUpdate();
    }

    private void writeReachability(PreparedConnection connection, List<SubscriberState> states) throws SQLException {
        if (states.isEmpty()) {
            return;
        }
        var upsert = connection.prepare(upsertReachability);
        for (var state : states) {
            upsert.setInt(1, state.subscriberId());
            upsert.setBoolean(2, state.reachabilityVersions().get());
            upsert.addBatch();
        }
        upsert.executeBatch();
    }

    /** Rows that were locked and read must be there to be changed: another count means that they are not what we think. */
    private static void execute(PreparedStatement batch, String table) throws SQLException {
        for (int count : batch.executeBatch()) {
            if (count != 1 && count != Statement.SUCCESS_NO_INFO) {
                throw SqlFailures.fatal("an update of " + table + " hit " + count + " rows instead of 1", null);
            }
        }
    }
}
