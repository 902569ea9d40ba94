// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A borrowed connection that keeps its statements prepared: {@link #prepare} gives the one made at first use. The statements are
 * the connection's own and must not be closed. One thread at a time.
 */
public final class PreparedConnection implements AutoCloseable {

    private final Connection proxy;
    private final Connection physical;
    private final Map<String, PreparedStatement> statements;
    private final Consumer<Connection> evict;

    PreparedConnection(Connection proxy, Map<String, PreparedStatement> statements, Consumer<Connection> evict)
            throws SQLException {
        this.proxy = proxy;
        this.physical = proxy.unwrap(Connection.class);
        this.statements = statements;
        this.evict = evict;
    }

    /** The statement for {@code sql}, which should be a constant or one of few texts. */
    public PreparedStatement prepare(String sql) throws SQLException {
        var known = statements.get(sql);
        if (known != null) {
            return known;
        }
        var statement = physical.prepareStatement(sql);
        statements.put(sql, statement);
        return statement;
    }

    /** The plain connection, for statements that are not worth keeping. */
    public Connection plain() {
        return proxy;
    }

    public void commit() throws SQLException {
        physical.commit();
    }

    public void rollback() throws SQLException {
        physical.rollback();
    }

    /** Marks the connection as broken, so that the pool replaces it. */
    public void discard() {
        evict.accept(proxy);
    }

    /** Hands the connection back; an open transaction must have been ended before. */
    @Override
    public void close() throws SQLException {
        proxy.close();
    }
}
