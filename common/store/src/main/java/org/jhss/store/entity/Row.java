// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.entity;

import jakarta.persistence.MappedSuperclass;

/** A row of a table. Shows no values, since they may be keys. */
@MappedSuperclass
public abstract class Row {

    /**
     * The primary key.
     *
     * @throws NullPointerException when the row has not been stored yet
     */
    public abstract Object key();

    @Override
    public String toString() {
        return getClass().getSimpleName() + "[" + key() + "]";
    }
}
