// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.testkit.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.jhss.store.database.DatabaseSettings;
import org.jhss.store.database.DatabaseType;

/**
 * The databases that tests run on. Each server is started when first used, once per JVM, and ends with it; each call of
 * {@link #fresh} gives an empty database. Usable as a JUnit {@code @EnumSource}.
 */
public enum TestDatabase {
    SQLITE(DatabaseType.SQLITE),
    POSTGRESQL(DatabaseType.POSTGRESQL),
    MARIADB(DatabaseType.MYSQL);

    private static final int POOL_SIZE = 10;

    private final DatabaseType type;

    TestDatabase(DatabaseType type) {
        this.type = type;
    }

    public DatabaseType type() {
        return type;
    }

    /** All of them, as a JUnit method source. */
    public static Stream<TestDatabase> all() {
        return Stream.of(values());
    }

    /** The settings of a new, empty database. */
    public DatabaseSettings fresh() {
        return switch (this) {
            case SQLITE -> sqlite();
            case POSTGRESQL -> PostgresServer.shared().fresh().withPoolSize(POOL_SIZE);
            case MARIADB -> MariaDbServer.shared().fresh().withPoolSize(POOL_SIZE);
        };
    }

    private static DatabaseSettings sqlite() {
        try {
            var directory = Files.createTempDirectory("jhss-test");
            directory.toFile().deleteOnExit();
            return DatabaseSettings.sqlite(directory.resolve("hss.db"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
