// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.secret;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jhss.store.database.Database;
import org.jspecify.annotations.Nullable;

/**
 * Brings all stored keys to the vault's present setting: sealed with its active key, or, when it has none, back to plain
 * hexadecimal in PyHSS's columns. Works through the table in batches, each a transaction, beside running services; may be broken
 * off and run again. A row that changes meanwhile is left to the next run.
 */
public final class KeyRotation {

    /**
     * What was done.
     *
     * @param changed rows stored anew
     * @param unreadable rows whose keys no configured key opens, or that hold no keys; left as they are
     * @param tooLong rows whose keys PyHSS's columns cannot hold; moved to jHSS's own table in plain
     */
    public record Result(int changed, int unreadable, int tooLong) {}

    private static final int BATCH = 500;
    private static final int PYHSS_KEY_OCTETS = 16;
    private static final String SELECT =
            "SELECT a.auc_id, a.ki, a.opc, a.amf, j.k, j.op, j.key_id, j.k_encrypted, j.op_encrypted"
                    + " FROM auc a LEFT JOIN jhss_auc j ON j.auc_id = a.auc_id WHERE a.auc_id > ? ORDER BY a.auc_id";
    private static final String UPDATE_AUC = "UPDATE auc SET ki = ?, opc = ? WHERE auc_id = ? AND ki = ? AND opc = ?";
    private static final String UPDATE_EXTRAS =
            "UPDATE jhss_auc SET k = ?, op = ?, key_id = ?, k_encrypted = ?, op_encrypted = ? WHERE auc_id = ?";
    private static final String INSERT_EXTRAS =
            "INSERT INTO jhss_auc (k, op, key_id, k_encrypted, op_encrypted, auc_id,"
                    + " algorithm) VALUES (?, ?, ?, ?, ?, ?, 'milenage')";

    /** A row's place in the table and what it holds. */
    private record Entry(
            int aucId, String ki, String opc, @Nullable String keyId, Optional<SecretKey> k, Optional<SecretKey> op) {

        boolean isReadable() {
            return k.isPresent() && (opc.isEmpty() || op.isPresent());
        }
    }

    private final Database database;
    private final KeyVault vault;

    public KeyRotation(Database database, KeyVault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** Works through all rows, then through what the operation log remembers of keys. */
    public Result run() {
        var keys = runKeys();
        var history = new HistoryRotation(database, vault).run();
        return new Result(keys.changed() + history.changed(), keys.unreadable() + history.unreadable(), keys.tooLong());
    }

    private Result runKeys() {
        int changed = 0;
        int unreadable = 0;
        int tooLong = 0;
        int last = Integer.MIN_VALUE;
        while (true) {
            try (var connection = database.writers().getConnection()) {
                database.beginWriting(connection);
                var entries = read(connection, last);
                for (var entry : entries) {
                    last = entry.aucId();
                    if (!entry.isReadable()) {
                        unreadable++;
                    } else if (!isCurrent(entry) && store(connection, entry)) {
                        changed++;
                        tooLong += vault.activeKeyId().isEmpty() && isTooLong(entry) ? 1 : 0;
                    }
                }
                connection.commit();
                if (entries.size() < BATCH) {
                    return new Result(changed, unreadable, tooLong);
                }
            } catch (SQLException e) {
                throw database.translate("rotating keys", e);
            }
        }
    }

    private List<Entry> read(Connection connection, int after) throws SQLException {
        var entries = new ArrayList<Entry>();
        try (var select = connection.prepareStatement(SELECT)) {
            select.setInt(1, after);
            select.setMaxRows(BATCH);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    entries.add(entry(rows));
                }
            }
        }
        return entries;
    }

    private Entry entry(ResultSet rows) throws SQLException {
        int aucId = rows.getInt(1);
        var keyId = rows.getString(7);
        var stored = new StoredKeys(
                aucId,
                rows.getString(2),
                rows.getString(3),
                rows.getString(4),
                null,
                null,
                rows.getString(5),
                rows.getString(6),
                keyId == null ? null : new SealedKeys(keyId, rows.getBytes(8), rows.getBytes(9)),
                AlgorithmParameters.STANDARD);
        return new Entry(aucId, rows.getString(2), rows.getString(3), keyId, stored.k(vault), stored.op(vault));
    }

    private boolean isCurrent(Entry entry) {
        var active = vault.activeKeyId();
        boolean kElsewhere = StoredKeys.ELSEWHERE.equals(entry.ki());
        boolean opElsewhere =
                StoredKeys.ELSEWHERE.equals(entry.opc()) || entry.opc().isEmpty();
        if (active.isPresent()) {
            return active.get().equals(entry.keyId()) && kElsewhere && opElsewhere;
        }
        return entry.keyId() == null && (isTooLong(entry) || !kElsewhere);
    }

    private static boolean isTooLong(Entry entry) {
        return isTooLong(entry.k()) || isTooLong(entry.op());
    }

    private static boolean isTooLong(Optional<SecretKey> key) {
        return key.isPresent() && key.get().length() > PYHSS_KEY_OCTETS;
    }

    private boolean store(Connection connection, Entry entry) throws SQLException {
        var sealing = vault.activeKeyId();
        boolean kMoves = sealing.isPresent() || isTooLong(entry.k());
        boolean opMoves = entry.op().isPresent() && (sealing.isPresent() || isTooLong(entry.op()));
        try (var update = connection.prepareStatement(UPDATE_AUC)) {
            update.setString(1, kMoves ? StoredKeys.ELSEWHERE : hex(entry.k()));
            update.setString(2, opMoves ? StoredKeys.ELSEWHERE : hex(entry.op()));
            update.setInt(3, entry.aucId());
            update.setString(4, entry.ki());
            update.setString(5, entry.opc());
            if (update.executeUpdate() != 1) {
                return false;
            }
        }
        if (writeExtras(connection, UPDATE_EXTRAS, entry, kMoves, opMoves) == 0) {
            writeExtras(connection, INSERT_EXTRAS, entry, kMoves, opMoves);
        }
        return true;
    }

    private int writeExtras(Connection connection, String sql, Entry entry, boolean kMoves, boolean opMoves)
            throws SQLException {
        var sealing = vault.activeKeyId();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, kMoves && sealing.isEmpty() ? hex(entry.k()) : null);
            statement.setString(2, opMoves && sealing.isEmpty() ? hex(entry.op()) : null);
            statement.setString(3, sealing.orElse(null));
            setSealed(statement, 4, kMoves && sealing.isPresent(), entry, KeyVault.Purpose.K);
            setSealed(statement, 5, opMoves && sealing.isPresent(), entry, KeyVault.Purpose.OP);
            statement.setInt(6, entry.aucId());
            return statement.executeUpdate();
        }
    }

    private void setSealed(
            PreparedStatement statement, int index, boolean present, Entry entry, KeyVault.Purpose purpose)
            throws SQLException {
        var key = purpose == KeyVault.Purpose.K ? entry.k() : entry.op();
        if (present && key.isPresent()) {
            statement.setBytes(index, vault.seal(key.get(), entry.aucId(), purpose));
        } else {
            statement.setNull(index, Types.VARBINARY);
        }
    }

    private static String hex(Optional<SecretKey> key) {
        return key.map(SecretKey::toHex).orElse("");
    }
}
