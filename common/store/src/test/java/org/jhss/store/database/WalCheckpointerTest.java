// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalCheckpointerTest {

    private static final int ROWS = 64;
    private static final int PAGE_WITH_FRAME = 4_096 + 24;

    @TempDir
    private Path directory;

    private Database database;

    @BeforeEach
    void openWithOneRowAPage() throws SQLException {
        database = Database.open(DatabaseSettings.sqlite(directory.resolve("hss.db")));
        execute("CREATE TABLE database_schema_version (comment TEXT)");
        execute("CREATE TABLE big (id INTEGER PRIMARY KEY, octets BLOB)");
        for (int id = 0; id < ROWS; id++) {
            execute("INSERT INTO big VALUES (" + id + ", randomblob(4000))");
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsCommittedReachesTheFileSoonWithoutAnybodyClosingIt() throws SQLException {
        execute("UPDATE big SET octets = randomblob(4000)");

        await().untilAsserted(() -> assertThat(pagesLeft()).isZero());
    }

    @Test
    void aLogThatIsAlwaysWrittenToStartsAnew() throws SQLException, IOException {
        long longest = (long) WalCheckpointer.PAGES_UNTIL_INLINE * PAGE_WITH_FRAME;

        for (int commit = 0; commit < WalCheckpointer.PAGES_UNTIL_INLINE / ROWS + 50; commit++) {
            execute("UPDATE big SET octets = randomblob(4000)");
        }

        assertThat(Files.size(directory.resolve("hss.db-wal"))).isPositive().isLessThan(longest);
    }

    private int pagesLeft() throws SQLException {
        try (var connection = database.readers().getConnection()) {
            connection.setAutoCommit(true);
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("PRAGMA wal_checkpoint(NOOP)")) {
                row.next();
                return row.getInt(2) - row.getInt(3);
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.writers().getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
            connection.commit();
        }
    }
}
