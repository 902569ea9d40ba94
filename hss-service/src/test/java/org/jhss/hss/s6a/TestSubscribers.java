// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jhss.identity.Imsi;
import org.jhss.store.Store;
import org.jhss.store.database.DatabaseSettings;
import org.jhss.store.secret.KeyVault;
import org.jhss.store.work.Need;
import org.jhss.store.work.SubscriberState;

/** A SQLite database for tests of handlers: a copy of one that was migrated once. */
final class TestSubscribers implements AutoCloseable {

    private static final byte[] EMPTY = migrated();

    private final Store store;

    TestSubscribers(Path directory) {
        var file = directory.resolve("hss.db");
        try {
            Files.write(file, EMPTY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        store = open(file);
    }

    private static byte[] migrated() {
        try {
            var directory = Files.createTempDirectory("jhss-s6a");
            var file = directory.resolve("empty.db");
            try (var store = open(file)) {
                store.migrator().migrate();
            }
            try (var left = Files.list(directory)) {
                left.forEach(path -> path.toFile().deleteOnExit());
            }
            directory.toFile().deleteOnExit();
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Store open(Path file) {
        return Store.open(DatabaseSettings.sqlite(file), KeyVault.disabled());
    }

    Store store() {
        return store;
    }

    /** Provisions by plain SQL. */
    void execute(String... statements) {
        try (var connection = store.database().writers().getConnection();
                var statement = connection.createStatement()) {
            for (var sql : List.of(statements)) {
                statement.executeUpdate(sql);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        store.referenceDataChanged();
    }

    /** Reads what is stored of {@code imsi}. */
    <T> T read(String imsi, Function<SubscriberState, T> question) {
        return store.unitsOfWork().run(work -> {
            work.prefetch(Set.of(new Imsi(imsi)), Set.of(Need.values()));
            return question.apply(work.subscriber(new Imsi(imsi)).orElseThrow());
        });
    }

    @Override
    public void close() {
        store.close();
    }
}
