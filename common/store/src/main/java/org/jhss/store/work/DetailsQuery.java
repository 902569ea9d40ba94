// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jhss.identity.Plmn;
import org.jhss.store.database.Columns;
import org.jhss.store.database.PreparedConnection;
import org.jhss.store.database.Timestamps;

/** Attributes, fixed addresses and PDN gateways of a batch in one statement. */
final class DetailsQuery {

    private static final int ATTRIBUTE = 1;
    private static final int ADDRESS = 2;

    private final String attributeKey;
    private final Timestamps timestamps;

    /**
     * @param attributeKey the column {@code subscriber_attributes.key} as this database quotes it
     */
    DetailsQuery(String attributeKey, Timestamps timestamps) {
        this.attributeKey = attributeKey;
        this.timestamps = timestamps;
    }

    /** The details of {@code subscriberIds}; those without any are not among the keys. */
    Map<Integer, Details> read(PreparedConnection connection, Collection<Integer> subscriberIds) throws SQLException {
        var found = new HashMap<Integer, Details>();
        for (var piece : InList.pieces(subscriberIds)) {
            int size = piece.size();
            var statement = connection.prepare(sql(size));
            for (int i = 0; i < size; i++) {
                int id = piece.get(i);
                statement.setInt(i + 1, id);
                statement.setInt(size + i + 1, id);
                statement.setInt(2 * size + i + 1, id);
            }
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    add(rows, found.computeIfAbsent(rows.getInt(2), id -> empty()));
                }
            }
        }
        return found;
    }

    private String sql(int size) {
        var marks = InList.marks(size);
        // The first branch gives the columns their types: PostgreSQL takes those of a bare NULL from it.
        return "SELECT 3, subscriber_id, apn, host, realm, address, address_2, visited_plmn, context_id, 0, updated_at"
                + " FROM jhss_pdn_gw WHERE subscriber_id IN " + marks
                + " UNION ALL SELECT 2, subscriber_id, ip_address, NULL, NULL, NULL, NULL, NULL, apn_id, ip_version, NULL"
                + " FROM subscriber_routing WHERE subscriber_id IN " + marks
                + " UNION ALL SELECT 1, subscriber_id, " + attributeKey
                + ", value, NULL, NULL, NULL, NULL, NULL, NULL, NULL"
                + " FROM subscriber_attributes WHERE subscriber_id IN " + marks;
    }

    private static Details empty() {
        return new Details(new HashMap<>(), new ArrayList<>(), new ArrayList<>());
    }

    private void add(ResultSet rows, Details details) throws SQLException {
        switch (rows.getInt(1)) {
            case ATTRIBUTE -> details.attributes().put(Columns.text(rows, 3), Columns.text(rows, 4));
            case ADDRESS ->
                details.addresses().add(new StaticAddress(rows.getInt(9), rows.getInt(10), Columns.text(rows, 3)));
            default -> details.gateways().add(gateway(rows));
        }
    }

    private PdnGateway gateway(ResultSet rows) throws SQLException {
        List<String> addresses = Stream.of(Columns.text(rows, 6), Columns.text(rows, 7))
                .filter(address -> !address.isEmpty())
                .toList();
        return new PdnGateway(
                Columns.text(rows, 3),
                Columns.optionalInt(rows, 9),
                Columns.text(rows, 4),
                Columns.text(rows, 5),
                addresses,
                Columns.optionalText(rows, 8).flatMap(Plmn::parse),
                Objects.requireNonNullElse(timestamps.get(rows, 11), Instant.EPOCH));
    }
}
