// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A database of SQLite as a file: VACUUM INTO reads one moment of a database in use; the backup interface writes into one in use. */
public final class SqliteFile {

    private static final String URL = "jdbc:sqlite:";
    private static final int PATIENCE_MILLIS = 30_000;
    private static final String GOOD = "ok";

    private final Path database;

    /** @param database the file */
    public SqliteFile(Path database) {
        this.database = database;
    }

    /**
     * Copies it, as it is at one moment, into {@code file}, which exists and is empty.
     *
     * @throws IOException naming what is wrong
     */
    public void copy(Path file) throws IOException {
        try (var connection = open(database);
                var vacuum = connection.prepareStatement("VACUUM INTO ?")) {
            vacuum.setString(1, file.toString());
            vacuum.execute();
        } catch (SQLException e) {
            throw new IOException("cannot copy " + database + ": " + e.getMessage(), e);
        }
    }

    /**
     * Checks a copy.
     *
     * @throws IOException when it is damaged, or none of an HSS
     */
    public static void verify(Path file) throws IOException {
        try (var connection = open(file)) {
            var verdict = text(connection, "PRAGMA integrity_check(1)");
            if (!verdict.equals(GOOD)) {
                throw new IOException(file + " is damaged: " + verdict);
            }
            var tables =
                    text(connection, "SELECT count(*) FROM sqlite_master WHERE name IN ('subscriber', 'auc', 'apn')");
            if (!tables.equals("3")) {
                throw new IOException(file + " is no database of an HSS: it has no subscribers, keys and APNs");
            }
        } catch (SQLException e) {
            throw new IOException(file + " is no usable SQLite database: " + e.getMessage(), e);
        }
    }

    /**
     * Puts the content of {@code file} in the place of its own.
     *
     * @throws IOException naming what is wrong
     */
    public void restore(Path file) throws IOException {
        if (file.toString().indexOf('"') >= 0) {
            throw new IOException("a name with quotation marks cannot be restored from: " + file);
        }
        try (var connection = DriverManager.getConnection(URL + database);
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = " + PATIENCE_MILLIS);
            statement.executeUpdate("restore from \"" + file.toAbsolutePath() + "\"");
        } catch (SQLException e) {
            throw new IOException("cannot restore " + database + ": " + e.getMessage(), e);
        }
    }

    private static Connection open(Path file) throws IOException, SQLException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        var connection = DriverManager.getConnection(URL + file);
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = " + PATIENCE_MILLIS);
        }
        return connection;
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }
}
