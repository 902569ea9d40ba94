// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.migration;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.jhss.store.database.Database;
import org.jhss.store.database.DatabaseSettings;
import org.jhss.store.migration.MigrationStatus.Origin;

/**
 * Brings a database to the present schema: creates PyHSS's tables in an empty one, adopts and completes those of any PyHSS, adds
 * jHSS's own tables and indexes. What PyHSS sees stays as its release 2.0 has it, so that it could take over again. May be run by
 * several processes at once and again at any time. Keeps its record in {@code jhss_schema_history}.
 */
public final class DatabaseMigrator {

    private static final String HISTORY_TABLE = "jhss_schema_history";

    private final DatabaseSettings settings;

    public DatabaseMigrator(DatabaseSettings settings) {
        this.settings = settings;
    }

    /**
     * Migrates.
     *
     * @return what was there before
     * @throws MigrationException when the database is unreachable, holds strangers' tables or those of a PyHSS newer than 2.0
     */
    public MigrationStatus migrate() {
        try (var database = Database.openForMigration(settings);
                var _ = MigrationLock.acquire(settings, database.writers())) {
            var before = status(database);
            if (!before.isCurrent()) {
                var flyway = flyway(database);
                if (hasFailedStep(flyway)) {
                    // MySQL cannot take DDL back; each step looks before it acts, so it is simply done again.
                    flyway.repair();
                }
                flyway.migrate();
            }
            return before;
        } catch (SQLException | IOException | FlywayException e) {
            throw new MigrationException("cannot migrate " + settings + ": " + e.getMessage(), e);
        }
    }

    /**
     * Says where the database stands, changing nothing.
     *
     * @throws MigrationException as {@link #migrate} does
     */
    public MigrationStatus status() {
        try (var database = Database.openForMigration(settings)) {
            return status(database);
        } catch (SQLException | FlywayException e) {
            throw new MigrationException("cannot read the schema of " + settings + ": " + e.getMessage(), e);
        }
    }

    private MigrationStatus status(Database database) throws SQLException {
        Origin origin;
        try (var connection = database.writers().getConnection()) {
            origin = origin(connection);
        }
        var info = flyway(database).info();
        return new MigrationStatus(
                origin,
                Optional.ofNullable(info.current())
                        .map(MigrationInfo::getVersion)
                        .map(Object::toString),
                Arrays.stream(info.pending()).map(MigrationInfo::getDescription).toList());
    }

    private Origin origin(Connection connection) throws SQLException {
        var catalogue = SchemaCatalogue.read(connection);
        for (var table : PyhssSchema.TABLES.entrySet()) {
            if (catalogue.hasTable(table.getKey()) && !catalogue.hasColumn(table.getKey(), table.getValue())) {
                throw new MigrationException(settings + " has a table '" + table.getKey()
                        + "' without the column '" + table.getValue()
                        + "', so it is not PyHSS's: give jHSS a database of its own");
            }
        }
        var version = catalogue.pyhssVersion();
        if (version.isPresent() && version.get() > PyhssSchema.VERSION) {
            throw new MigrationException(settings + " has PyHSS schema version " + version.get() + ", newer than "
                    + PyhssSchema.VERSION + " (PyHSS 2.0), the newest that this jHSS knows");
        }
        if (catalogue.hasTable(HISTORY_TABLE)) {
            return Origin.JHSS;
        }
        if (PyhssSchema.TABLES.keySet().stream().noneMatch(catalogue::hasTable)) {
            return Origin.EMPTY;
        }
        if (!PyhssSchema.OLDEST_TABLES.stream().allMatch(catalogue::hasTable)) {
            return Origin.INCOMPLETE;
        }
        if (PyhssSchema.ADDED_1_0_1.stream()
                .noneMatch(addition -> catalogue.hasColumn(addition.table(), addition.column()))) {
            return Origin.PYHSS_1_0_0;
        }
        if (!PyhssSchema.TABLES.keySet().stream()
                        .filter(table -> !table.equals("database_schema_version"))
                        .allMatch(catalogue::hasTable)
                || !PyhssSchema.ADDED_1_0_1.stream()
                        .allMatch(addition -> catalogue.hasColumn(addition.table(), addition.column()))) {
            return Origin.INCOMPLETE;
        }
        if (version.isPresent()) {
            return Origin.PYHSS_2_0;
        }
        boolean untouched = PyhssSchema.ADDED_2_0.stream()
                .noneMatch(addition -> catalogue.hasColumn(addition.table(), addition.column()));
        return untouched && !catalogue.hasTable("database_schema_version") ? Origin.PYHSS_1_0_1 : Origin.INCOMPLETE;
    }

    private static Flyway flyway(Database database) {
        return Flyway.configure(DatabaseMigrator.class.getClassLoader())
                .dataSource(database.writers())
                .locations("classpath:db/migration/" + database.type().configName())
                .javaMigrations(new AdoptPyhss(database.type()), new AddIndexes(), new AddNodeAlerts(database.type()))
                .table(HISTORY_TABLE)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .baselineDescription("as jHSS found it")
                .load();
    }

    private static boolean hasFailedStep(Flyway flyway) {
        return Arrays.stream(flyway.info().all())
                .anyMatch(step -> step.getState().isFailed());
    }
}
