// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.work;

import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jhss.store.database.Database;
import org.jhss.store.database.DatabaseType;
import org.jhss.store.database.StoreException;
import org.jhss.store.secret.KeyVault;

/**
 * Makes {@link UnitOfWork}s. Thread-safe.
 *
 * <p>Failures are {@link StoreException}s: {@code Retryable} when another transaction stood in the way and the batch may be done
 * again from its prefetch, {@code Unavailable} when there is no usable database, {@code Conflict} and {@code Fatal} otherwise.
 */
public final class UnitsOfWork {

    /** How often a batch is begun before a retryable failure is passed on. */
    private static final int ATTEMPTS = 5;

    private final Database database;
    private final KeyVault vault;
    private final NodeColumns nodeColumns;
    private final DetailsQuery detailsQuery;
    private final ChangeWriter changeWriter;
    private final EquipmentSql equipmentSql;
    private final Map<Set<Need>, SubscriberQuery> subscriberQueries = new ConcurrentHashMap<>();

    public UnitsOfWork(Database database, KeyVault vault) {
        this.database = database;
        this.vault = vault;
        this.nodeColumns = new NodeColumns(database.timestamps());
        this.detailsQuery =
                new DetailsQuery(database.type() == DatabaseType.MYSQL ? "`key`" : "\"key\"", database.timestamps());
        this.changeWriter = new ChangeWriter(database.type(), database.timestamps(), nodeColumns);
        this.equipmentSql = new EquipmentSql(database.type(), database.timestamps());
    }

    /**
     * A new unit of work on a connection of its own.
     *
     * @throws StoreException.Unavailable when no connection is to be had
     */
    public UnitOfWork begin() {
        return new UnitOfWork(this, database.prepared());
    }

    /**
     * Does {@code work} in a unit of work, which it must commit itself or leave to be rolled back; again from the start, up to five
     * times, when another transaction stood in the way. {@code work} must therefore have no effect outside the unit of work.
     */
    public <T> T run(Function<UnitOfWork, T> work) {
        for (int attempt = 1; ; attempt++) {
            try (var unit = begin()) {
                return work.apply(unit);
            } catch (StoreException.Retryable e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    SubscriberQuery subscriberQuery(Set<Need> needs) {
        return subscriberQueries.computeIfAbsent(
                Set.copyOf(needs), set -> new SubscriberQuery(set, database.type(), vault, nodeColumns));
    }

    DetailsQuery detailsQuery() {
        return detailsQuery;
    }

    ChangeWriter changeWriter() {
        return changeWriter;
    }

    EquipmentSql equipmentSql() {
        return equipmentSql;
    }

    StoreException translate(String what, SQLException cause) {
        return database.translate(what, cause);
    }
}
