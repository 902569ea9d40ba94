// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.repository;

import java.util.List;
import java.util.Optional;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;
import org.jhss.store.entity.Row;

/**
 * The rows of one table within a transaction of {@link Provisioning}. Methods throw
 * {@link org.jhss.store.database.StoreException}s, once control is back in {@link Provisioning}.
 *
 * @param <T> the row
 */
public class Repository<T extends Row> {

    private final StatelessSession session;
    private final Class<T> row;
    private final String keyField;

    Repository(StatelessSession session, Class<T> row, String keyField) {
        this.session = session;
        this.row = row;
        this.keyField = keyField;
    }

    /** Stores a new row and, where the database numbers rows, sets its key. */
    public T create(T newRow) {
        session.insert(newRow);
        return newRow;
    }

    /** The row with that key. */
    public Optional<T> get(Object key) {
        return Optional.ofNullable(session.get(row, key));
    }

    /** The row with that key, locked until the transaction ends: to be used before {@link #update}. */
    public Optional<T> getForUpdate(Object key) {
        return Optional.ofNullable(session.get(row, key, LockMode.PESSIMISTIC_WRITE));
    }

    /** Writes the columns of a row that exists. */
    public void update(T changed) {
        session.update(changed);
    }

    /** Deletes the row with that key; false when there is none. */
    public boolean delete(Object key) {
        var found = get(key);
        found.ifPresent(session::delete);
        return found.isPresent();
    }

    /** Rows in the order of their keys. */
    public List<T> list(int offset, int limit) {
        return session.createSelectionQuery("from " + row.getSimpleName() + " order by " + keyField, row)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
    }

    /** How many rows there are. */
    public long count() {
        return session.createSelectionQuery("select count(*) from " + row.getSimpleName(), Long.class)
                .getSingleResult();
    }

    /** Rows whose {@code field} is {@code value}, in the order of their keys. {@code field} is a constant of this package. */
    List<T> findBy(String field, Object value) {
        return session.createSelectionQuery(
                        "from " + row.getSimpleName() + " where " + field + " = :value order by " + keyField, row)
                .setParameter("value", value)
                .getResultList();
    }

    /** The first of {@link #findBy}. */
    Optional<T> firstBy(String field, Object value) {
        return findBy(field, value).stream().findFirst();
    }

    StatelessSession session() {
        return session;
    }
}
