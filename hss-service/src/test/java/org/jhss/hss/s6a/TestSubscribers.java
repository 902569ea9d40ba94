// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a;

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

/** A database for tests of handlers. */
final class TestSubscribers implements AutoCloseable {

    private final Store store;

    TestSubscribers(Path directory) {
        store = Store.open(DatabaseSettings.sqlite(directory.resolve("hss.db")), KeyVault.disabled());
        store.migrator().migrate();
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
