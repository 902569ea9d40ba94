// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.bulk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jhss.store.bulk.ImportRun.State;
import org.jhss.store.database.Database;
import org.jhss.store.database.StoreException;

/** The table {@code jhss_import}. Methods throw {@link StoreException}s. */
public final class ImportRuns {

    private static final int SOURCE_LENGTH = 512;
    private static final String COLUMNS =
            "import_id, operation_id, actor, source, digest, format, import_mode, state, position, created_count, updated_count,"
                    + " unchanged_count, deleted_count, skipped_count, rejected_count, started, ended";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM jhss_import";
    private static final String INSERT =
            "INSERT INTO jhss_import (operation_id, actor, source, digest, format, import_mode, state, started, position,"
                    + " created_count, updated_count, unchanged_count, deleted_count, skipped_count, rejected_count)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0, 0)";
    private static final String ADVANCE =
            "UPDATE jhss_import SET state = ?, ended = ?, position = ?, created_count = ?, updated_count = ?,"
                    + " unchanged_count = ?, deleted_count = ?, skipped_count = ?, rejected_count = ?"
                    + " WHERE import_id = ? AND position = ?";

    private final Database database;

    public ImportRuns(Database database) {
        this.database = database;
    }

    /** Records the beginning of an import, at once. */
    public ImportRun start(String operationId, String actor, String source, String digest, String format, String mode) {
        var started = Instant.ofEpochMilli(System.currentTimeMillis());
        var name = source.length() > SOURCE_LENGTH ? source.substring(source.length() - SOURCE_LENGTH) : source;
        try (var connection = database.writers().getConnection()) {
            database.beginWriting(connection);
            long id;
            try (var insert = connection.prepareStatement(INSERT, Statement.RETURN_GENERATED_KEYS)) {
                insert.setString(1, operationId);
                insert.setString(2, actor);
                insert.setString(3, name);
                insert.setString(4, digest);
                insert.setString(5, format);
                insert.setString(6, mode);
                insert.setString(7, stored(State.RUNNING));
                insert.setLong(8, started.toEpochMilli());
                insert.executeUpdate();
                try (var keys = insert.getGeneratedKeys()) {
                    keys.next();
                    id = keys.getLong(1);
                }
            }
            connection.commit();
            return new ImportRun(
                    id,
                    operationId,
                    actor,
                    name,
                    digest,
                    format,
                    mode,
                    State.RUNNING,
                    ImportCounts.NONE,
                    started,
                    Optional.empty());
        } catch (SQLException e) {
            throw database.translate("recording an import", e);
        }
    }

    /** The last import of that file. */
    public Optional<ImportRun> lastOf(String digest) {
        return query(SELECT + " WHERE digest = ? ORDER BY import_id DESC", 1, select -> select.setString(1, digest))
                .stream()
                .findFirst();
    }

    /** An import by its number. */
    public Optional<ImportRun> get(long id) {
        return query(SELECT + " WHERE import_id = ?", 1, select -> select.setLong(1, id)).stream()
                .findFirst();
    }

    /** The latest imports, the newest first. */
    public List<ImportRun> latest(int limit) {
        return query(SELECT + " ORDER BY import_id DESC", limit, select -> {});
    }

    /**
     * Records within a transaction how far it brings the import.
     *
     * @param from the position before
     * @return false when the import has been brought further by somebody else meanwhile: nothing may be committed then
     */
    public boolean advance(BulkTransaction transaction, long id, long from, State state, ImportCounts counts) {
        var updated = new boolean[1];
        transaction.run(
                "recording an import", () -> updated[0] = advance(transaction.connection(), id, from, state, counts));
        return updated[0];
    }

    private static boolean advance(Connection connection, long id, long from, State state, ImportCounts counts)
            throws SQLException {
        try (var update = connection.prepareStatement(ADVANCE)) {
            update.setString(1, stored(state));
            if (state == State.RUNNING) {
                update.setNull(2, Types.BIGINT);
            } else {
                update.setLong(2, System.currentTimeMillis());
            }
            update.setLong(3, counts.position());
            update.setLong(4, counts.created());
            update.setLong(5, counts.updated());
            update.setLong(6, counts.unchanged());
            update.setLong(7, counts.deleted());
            update.setLong(8, counts.skipped());
            update.setLong(9, counts.rejected());
            update.setLong(10, id);
            update.setLong(11, from);
            return update.executeUpdate() == 1;
        }
    }

    /** Fills a statement's parameters. */
    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private List<ImportRun> query(String sql, int limit, Binding binding) {
        try (var connection = database.readers().getConnection();
                var select = connection.prepareStatement(sql)) {
            binding.bind(select);
            select.setMaxRows(limit);
            var runs = new ArrayList<ImportRun>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    runs.add(run(rows));
                }
            }
            connection.rollback();
            return runs;
        } catch (SQLException e) {
            throw database.translate("reading imports", e);
        }
    }

    private static ImportRun run(ResultSet rows) throws SQLException {
        long ended = rows.getLong(17);
        var end = rows.wasNull() ? Optional.<Instant>empty() : Optional.of(Instant.ofEpochMilli(ended));
        return new ImportRun(
                rows.getLong(1),
                rows.getString(2),
                rows.getString(3),
                rows.getString(4),
                rows.getString(5),
                rows.getString(6),
                rows.getString(7),
                State.valueOf(rows.getString(8).toUpperCase(Locale.ROOT)),
                new ImportCounts(
                        rows.getLong(9),
                        rows.getLong(10),
                        rows.getLong(11),
                        rows.getLong(12),
                        rows.getLong(13),
                        rows.getLong(14),
                        rows.getLong(15)),
                Instant.ofEpochMilli(rows.getLong(16)),
                end);
    }

    private static String stored(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
