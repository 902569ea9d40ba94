// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.secret;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jhss.store.database.Database;
import org.jspecify.annotations.Nullable;

/** Seals what the typed operation log remembers of keys anew with the active key, or opens it when there is none. */
final class HistoryRotation {

    private static final int BATCH = 500;
    private static final String SELECT = "SELECT log_id, item_id, key_id, secrets FROM jhss_operation"
            + " WHERE log_id > ? AND secrets IS NOT NULL ORDER BY log_id";
    private static final String UPDATE = "UPDATE jhss_operation SET key_id = ?, secrets = ? WHERE log_id = ?";

    /** A row's place in the log and what it holds; shows no values. */
    private record Entry(int logId, int item, @Nullable String keyId, Optional<SecretKey> plain) {}

    /** What a transaction did, and the last row it looked at. */
    private record Step(int changed, int unreadable, int last, boolean end) {}

    private final Database database;
    private final KeyVault vault;

    HistoryRotation(Database database, KeyVault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** Works through the log. */
    KeyRotation.Result run() {
        int changed = 0;
        int unreadable = 0;
        int last = Integer.MIN_VALUE;
        while (true) {
            var step = step(last);
            changed += step.changed();
            unreadable += step.unreadable();
            last = step.last();
            if (step.end()) {
                return new KeyRotation.Result(changed, unreadable, 0);
            }
        }
    }

    private Step step(int after) {
        try (var connection = database.writers().getConnection()) {
            database.beginWriting(connection);
            var entries = read(connection, after);
            int changed = 0;
            int unreadable = 0;
            for (var entry : entries) {
                if (entry.plain().isEmpty()) {
                    unreadable++;
                } else if (!Objects.equals(entry.keyId(), vault.activeKeyId().orElse(null))) {
                    store(connection, entry, entry.plain().get());
                    changed++;
                }
            }
            connection.commit();
            int last = entries.isEmpty() ? after : entries.getLast().logId();
            return new Step(changed, unreadable, last, entries.size() < BATCH);
        } catch (SQLException e) {
            throw database.translate("rotating the keys of the operation log", e);
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
        int item = rows.getInt(2);
        var keyId = rows.getString(3);
        var stored = rows.getBytes(4);
        var plain = keyId == null
                ? Optional.of(SecretKey.of(stored))
                : vault.open(keyId, stored, item, KeyVault.Purpose.HISTORY);
        return new Entry(rows.getInt(1), item, keyId, plain);
    }

    /** What is remembered never changes, so that nobody's newer value is overwritten. */
    private void store(Connection connection, Entry entry, SecretKey plain) throws SQLException {
        var active = vault.activeKeyId();
        try (var update = connection.prepareStatement(UPDATE)) {
            if (active.isPresent()) {
                update.setString(1, active.get());
            } else {
                update.setNull(1, Types.VARCHAR);
            }
            update.setBytes(
                    2, active.isPresent() ? vault.seal(plain, entry.item(), KeyVault.Purpose.HISTORY) : plain.octets());
            update.setInt(3, entry.logId());
            update.executeUpdate();
        }
    }
}
