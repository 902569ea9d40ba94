// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Prepared statements of each physical connection. The pool closes what was prepared through it when a connection is handed back,
 * and SQLite's driver caches nothing, so that each batch would parse its statements anew.
 */
final class StatementCache {

    private final IdentityHashMap<Connection, Map<String, PreparedStatement>> byConnection = new IdentityHashMap<>();

    /** The statements of {@code physical}, which only its present borrower may use. */
    synchronized Map<String, PreparedStatement> of(Connection physical) throws SQLException {
        var known = byConnection.get(physical);
        if (known != null) {
            return known;
        }
        forgetClosed();
        var statements = new HashMap<String, PreparedStatement>();
        byConnection.put(physical, statements);
        return statements;
    }

    private void forgetClosed() throws SQLException {
        for (var connections = byConnection.keySet().iterator(); connections.hasNext(); ) {
            if (connections.next().isClosed()) {
                connections.remove();
            }
        }
    }
}
