// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.work;

import java.sql.SQLException;
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
import org.jhss.store.database.Timestamps;
import org.jspecify.annotations.Nullable;

/** Writes what a batch changed, each kind of change at once, in the order of the keys. */
final class ChangeWriter {

    private static final RowUpdates.Column SUBSCRIBER_ID = RowUpdates.Column.integer("subscriber_id");

    private static final String DELETE_NODE = "DELETE FROM jhss_serving_node WHERE subscriber_id = ? AND node_type = ?";
    private static final String DELETE_GATEWAY = "DELETE FROM jhss_pdn_gw WHERE subscriber_id = ? AND apn = ?";

    private final Timestamps timestamps;
    private final NodeColumns nodeColumns;
    private final RowUpdates sqns;
    private final RowUpdates mmes;
    private final RowUpdates locations;
    private final String upsertNode;
    private final String upsertGateway;
    private final String upsertReachability;

    ChangeWriter(DatabaseType type, Timestamps timestamps, NodeColumns nodeColumns) {
        this.timestamps = timestamps;
        this.nodeColumns = nodeColumns;
        this.sqns = new RowUpdates(
                type, "auc", RowUpdates.Column.integer("auc_id"), List.of(RowUpdates.Column.bigint("sqn")));
        this.mmes = new RowUpdates(
                type,
                "subscriber",
                SUBSCRIBER_ID,
                List.of(
                        RowUpdates.Column.text("serving_mme"),
                        RowUpdates.Column.text("serving_mme_realm"),
                        RowUpdates.Column.text("serving_mme_peer"),
                        RowUpdates.Column.timestamp("serving_mme_timestamp")));
        this.locations = new RowUpdates(
                type,
                "subscriber",
                SUBSCRIBER_ID,
                List.of(
                        RowUpdates.Column.text("last_seen_eci"),
                        RowUpdates.Column.text("last_seen_enodeb_id"),
                        RowUpdates.Column.text("last_seen_cell_id"),
                        RowUpdates.Column.text("last_seen_tac"),
                        RowUpdates.Column.text("last_seen_mcc"),
                        RowUpdates.Column.text("last_seen_mnc"),
                        RowUpdates.Column.timestamp("last_location_update_timestamp")));
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

    private void writeSqns(PreparedConnection connection, List<SubscriberState> states) throws SQLException {
        var rows = new ArrayList<@Nullable Object[]>(states.size());
        for (var state : states) {
            rows.add(new @Nullable Object[] {state.sqn(), state.aucId()});
        }
        sqns.write(connection, rows);
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
        var rows = new ArrayList<@Nullable Object[]>(states.size());
        for (var state : states) {
            Optional<ServingNode> node =
                    state.nodeVersions(NodeType.MME).get().filter(registered -> !registered.purged());
            var address = node.map(ServingNode::address);
            rows.add(new @Nullable Object[] {
                address.map(ServingNode.Address::host).orElse(null),
                Columns.orNull(address.map(ServingNode.Address::realm).orElse("")),
                Columns.orNull(address.map(ServingNode.Address::peer).orElse("")),
                timestamps.value(node.map(ServingNode::registeredAt).orElse(null)),
                state.subscriberId()
            });
        }
        mmes.write(connection, rows);
    }

    private void writeLastSeen(PreparedConnection connection, List<SubscriberState> states) throws SQLException {
        var rows = new ArrayList<@Nullable Object[]>(states.size());
        for (var state : states) {
            var seen = state.lastSeenVersions().get().orElseThrow();
            rows.add(new @Nullable Object[] {
                Columns.orNull(seen.eci()),
                Columns.orNull(seen.enodebId()),
                Columns.orNull(seen.cellId()),
                Columns.orNull(seen.tac()),
                seen.plmn().map(Plmn::mcc).orElse(null),
                seen.plmn().map(Plmn::mnc).orElse(null),
                timestamps.value(seen.at()),
                state.subscriberId()
            });
        }
        locations.write(connection, rows);
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
}
