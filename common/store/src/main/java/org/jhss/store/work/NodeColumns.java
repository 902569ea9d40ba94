// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.work;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jhss.identity.Imei;
import org.jhss.identity.Plmn;
import org.jhss.store.database.Columns;
import org.jhss.store.database.Timestamps;
import org.jspecify.annotations.Nullable;

/** The serving node's and the location's columns, read and written. */
final class NodeColumns {

    static final String SUBSCRIBER = "serving_mme serving_mme_realm serving_mme_peer serving_mme_timestamp"
            + " last_seen_eci last_seen_enodeb_id last_seen_cell_id last_seen_tac last_seen_mcc last_seen_mnc"
            + " last_location_update_timestamp";

    static final String NODE = "host realm peer connection registered_at purged ulr_flags rat_type visited_plmn"
            + " features_1 features_2 ue_srvcc homogeneous_ims_voice imei software_version sms_registered mme_number"
            + " sgsn_number gmlc_address reachability_requested"
            + " ready_for_sm alert_reason alerted_at ue_available_until area_restricted";

    private static final int LAST_SEEN = 4;

    private final Timestamps timestamps;

    NodeColumns(Timestamps timestamps) {
        this.timestamps = timestamps;
    }

    /**
     * The MME. PyHSS's columns have the last word on who it is, since PyHSS, its API or a geored peer may have written them
     * alone: another host there makes our row obsolete, and none makes it so unless the subscriber is purged.
     */
    @Nullable
    ServingNode readMme(ResultSet rows, int subscriber, int node) throws SQLException {
        var own = read(rows, NodeType.MME, node);
        var host = rows.getString(subscriber);
        if (host == null || host.isEmpty()) {
            return own != null && own.purged() ? own : null;
        }
        if (own != null && own.address().host().equals(host)) {
            return own;
        }
        return ServingNode.at(
                NodeType.MME,
                new ServingNode.Address(
                        host, Columns.text(rows, subscriber + 1), Columns.text(rows, subscriber + 2), ""),
                moment(rows, subscriber + 3));
    }

    @Nullable
    ServingNode read(ResultSet rows, NodeType type, int first) throws SQLException {
        var host = rows.getString(first);
        if (host == null) {
            return null;
        }
        return new ServingNode(
                type,
                new ServingNode.Address(
                        host,
                        Columns.text(rows, first + 1),
                        Columns.text(rows, first + 2),
                        Columns.text(rows, first + 3)),
                moment(rows, first + 4),
                rows.getBoolean(first + 5),
                rows.getLong(first + 6),
                Columns.optionalInt(rows, first + 7),
                Columns.optionalText(rows, first + 8).flatMap(Plmn::parse),
                new ServingNode.Capabilities(
                        rows.getLong(first + 9),
                        rows.getLong(first + 10),
                        Columns.optionalInt(rows, first + 11),
                        Columns.optionalInt(rows, first + 12)),
                Imei.parse(Columns.text(rows, first + 13), Columns.text(rows, first + 14)),
                new ServingNode.Sms(
                        rows.getBoolean(first + 15),
                        Columns.text(rows, first + 16),
                        Columns.text(rows, first + 17),
                        Columns.text(rows, first + 18)),
                rows.getBoolean(first + 19),
                new ServingNode.Alerts(
                        rows.getBoolean(first + 20),
                        Columns.optionalInt(rows, first + 21),
                        Optional.ofNullable(timestamps.get(rows, first + 22)),
                        Optional.ofNullable(timestamps.get(rows, first + 23)),
                        rows.getBoolean(first + 24)));
    }

    /** Binds all columns of {@link #NODE} from {@code first} on. */
    void bind(PreparedStatement statement, int first, ServingNode node) throws SQLException {
        var address = node.address();
        statement.setString(first, address.host());
        Columns.setText(statement, first + 1, address.realm());
        Columns.setText(statement, first + 2, address.peer());
        Columns.setText(statement, first + 3, address.connection());
        timestamps.set(statement, first + 4, node.registeredAt());
        statement.setBoolean(first + 5, node.purged());
        statement.setLong(first + 6, node.ulrFlags());
        Columns.setInt(statement, first + 7, node.ratType());
        statement.setString(first + 8, node.visitedPlmn().map(Plmn::toString).orElse(null));
        statement.setLong(first + 9, node.capabilities().features1());
        statement.setLong(first + 10, node.capabilities().features2());
        Columns.setInt(statement, first + 11, node.capabilities().ueSrvcc());
        Columns.setInt(statement, first + 12, node.capabilities().homogeneousImsVoice());
        statement.setString(first + 13, node.terminal().map(Imei::tacAndSerial).orElse(null));
        Columns.setText(
                statement,
                first + 14,
                node.terminal().map(Imei::softwareVersion).orElse(""));
        statement.setBoolean(first + 15, node.sms().registered());
        Columns.setText(statement, first + 16, node.sms().mmeNumber());
        Columns.setText(statement, first + 17, node.sms().sgsnNumber());
        Columns.setText(statement, first + 18, node.sms().gmlcAddress());
        statement.setBoolean(first + 19, node.reachabilityRequested());
        var alerts = node.alerts();
        statement.setBoolean(first + 20, alerts.readyForSm());
        Columns.setInt(statement, first + 21, alerts.reason());
        timestamps.set(statement, first + 22, alerts.at().orElse(null));
        timestamps.set(statement, first + 23, alerts.availableUntil().orElse(null));
        statement.setBoolean(first + 24, alerts.areaRestricted());
    }

    @Nullable
    LastSeen readLastSeen(ResultSet rows, int subscriber) throws SQLException {
        int first = subscriber + LAST_SEEN;
        var at = timestamps.get(rows, first + 6);
        if (at == null) {
            return null;
        }
        return new LastSeen(
                Columns.text(rows, first),
                Columns.text(rows, first + 1),
                Columns.text(rows, first + 2),
                Columns.text(rows, first + 3),
                Plmn.parse(Columns.text(rows, first + 4) + Columns.text(rows, first + 5)),
                at);
    }

    private Instant moment(ResultSet rows, int index) throws SQLException {
        return Objects.requireNonNullElse(timestamps.get(rows, index), Instant.EPOCH);
    }
}
