// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.chaos.fault;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jhss.bench.rig.RigDatabase;
import org.jhss.load.plan.LoadPlan;

/** Holds what was acknowledged against what the database says. */
final class Locations {

    private static final String QUERY = "SELECT imsi, serving_mme FROM subscriber WHERE serving_mme IS NOT NULL";

    private Locations() {}

    /** How many subscribers are not where the acknowledged Update-Locations have put them. */
    static long missing(Books books, LoadPlan plan, RigDatabase database) {
        var stored = read(database);
        Map<String, Integer> peers = new HashMap<>();
        for (int i = 0; i < plan.peers().count(); i++) {
            peers.put(plan.peers().host(i).value(), i);
        }
        return books.locations().entrySet().stream()
                .filter(entry -> {
                    var host = stored.get(plan.subscribers().at(entry.getKey()).value());
                    var history = entry.getValue();
                    return host == null ? history.isAcknowledged() : !history.mayBeAt(peers.getOrDefault(host, -1));
                })
                .count();
    }

    private static Map<String, String> read(RigDatabase database) {
        Map<String, String> hosts = new HashMap<>();
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(QUERY)) {
            while (rows.next()) {
                hosts.put(rows.getString(1), rows.getString(2));
            }
            return hosts;
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be read", e);
        }
    }
}
