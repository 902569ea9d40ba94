// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.repository;

import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.hibernate.HibernateException;
import org.hibernate.SessionFactory;
import org.jhss.store.database.Database;
import org.jhss.store.database.StoreException;
import org.jhss.store.secret.KeyVault;
import org.jspecify.annotations.Nullable;

/**
 * Transactions for provisioning, tools and fixtures. Thread-safe. Failures are {@link StoreException}s: {@code Conflict} for a
 * duplicate or a missing reference, {@code Unavailable}, {@code Retryable}, {@code Fatal}; nothing has been written then.
 */
public final class Provisioning implements AutoCloseable {

    private final Database database;
    private final KeyVault vault;
    private final Object lock = new Object();
    private @Nullable SessionFactory factory;

    public Provisioning(Database database, KeyVault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** Does {@code work} and commits; rolls back if it throws. */
    public <T> T write(Function<Repositories, T> work) {
        return inTransaction(database.writers(), work, true);
    }

    /** Does {@code work}, which only reads, on one consistent connection. */
    public <T> T read(Function<Repositories, T> work) {
        return inTransaction(database.readers(), work, false);
    }

    private <T> T inTransaction(DataSource source, Function<Repositories, T> work, boolean commit) {
        try (var connection = source.getConnection()) {
            boolean done = false;
            if (commit) {
                database.beginWriting(connection);
            }
            try (var session = factory().openStatelessSession(connection)) {
                T result = work.apply(new Repositories(session, vault));
                if (commit) {
                    connection.commit();
                    done = true;
                }
                return result;
            } finally {
                if (!done) {
                    connection.rollback();
                }
            }
        } catch (SQLException e) {
            throw database.translate("provisioning", e);
        } catch (HibernateException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException sql) {
                    throw database.translate("provisioning", sql);
                }
            }
            throw e;
        }
    }

    /** Made when first needed: a service that only answers requests never pays for it. */
    private SessionFactory factory() {
        synchronized (lock) {
            if (factory == null) {
                factory = Mappings.configuration(database.type()).buildSessionFactory();
            }
            return factory;
        }
    }

    @Override
    public void close() {
        synchronized (lock) {
            if (factory != null) {
                factory.close();
                factory = null;
            }
        }
    }
}
