// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jhss.store.database.Database;
import org.jhss.store.database.StoreException;
import org.jhss.store.database.Transactions;

/** The tokens of the REST interface, found by the SHA-256 of them. Thread-safe. Every method throws {@link StoreException}. */
public final class ApiTokens {

    private static final String COLUMNS =
            "SELECT token_id, name, role, created, created_by, expires, last_used FROM jhss_api_token";
    private static final String BY_HASH = COLUMNS + " WHERE hash = ?";
    private static final String ALL = COLUMNS + " ORDER BY token_id";
    private static final String INSERT =
            "INSERT INTO jhss_api_token (name, role, hash, created, created_by, expires) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String DELETE = "DELETE FROM jhss_api_token WHERE token_id = ?";
    private static final String USED = "UPDATE jhss_api_token SET last_used = ? WHERE token_id = ?";

    private final Transactions statements;

    public ApiTokens(Database database) {
        this.statements = new Transactions(database);
    }

    /**
     * Stores a token.
     *
     * @param hash 64 hexadecimal digits
     */
    public ApiToken create(
            String name, String role, String hash, String createdBy, Instant now, Optional<Instant> expires) {
        return statements.write("storing a token", connection -> {
            var insert = connection.prepare(INSERT);
            insert.setString(1, name);
            insert.setString(2, role);
            insert.setString(3, hash);
            insert.setLong(4, now.toEpochMilli());
            insert.setString(5, createdBy);
            if (expires.isPresent()) {
                insert.setLong(6, expires.get().toEpochMilli());
            } else {
                insert.setNull(6, Types.BIGINT);
            }
            insert.executeUpdate();
            var select = connection.prepare(BY_HASH);
            select.setString(1, hash);
            try (var rows = select.executeQuery()) {
                rows.next();
                return token(rows);
            }
        });
    }

    /** The token with that hash, good or not. */
    public Optional<ApiToken> find(String hash) {
        return statements.read("looking for a token", connection -> {
            var select = connection.prepare(BY_HASH);
            select.setString(1, hash);
            try (var rows = select.executeQuery()) {
                return rows.next() ? Optional.of(token(rows)) : Optional.empty();
            }
        });
    }

    /** All tokens, oldest first. */
    public List<ApiToken> all() {
        return statements.read("listing tokens", connection -> {
            List<ApiToken> all = new ArrayList<>();
            try (var rows = connection.prepare(ALL).executeQuery()) {
                while (rows.next()) {
                    all.add(token(rows));
                }
            }
            return all;
        });
    }

    /** Takes a token away; false when there is none of that id. */
    public boolean revoke(long id) {
        return statements.write("revoking a token", connection -> {
            var delete = connection.prepare(DELETE);
            delete.setLong(1, id);
            return delete.executeUpdate() == 1;
        });
    }

    /** Notes that a token was used. */
    public void used(long id, Instant at) {
        statements.write("noting the use of a token", connection -> {
            var update = connection.prepare(USED);
            update.setLong(1, at.toEpochMilli());
            update.setLong(2, id);
            return update.executeUpdate();
        });
    }

    private static ApiToken token(ResultSet rows) throws SQLException {
        return new ApiToken(
                rows.getLong(1),
                rows.getString(2),
                rows.getString(3),
                Instant.ofEpochMilli(rows.getLong(4)),
                rows.getString(5),
                moment(rows, 6),
                moment(rows, 7));
    }

    private static Optional<Instant> moment(ResultSet rows, int index) throws SQLException {
        long millis = rows.getLong(index);
        return rows.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
