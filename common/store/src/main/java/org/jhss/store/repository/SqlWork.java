// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.repository;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Statements of the store within a transaction of {@link Provisioning}.
 *
 * @param <T> what they give
 */
@FunctionalInterface
public interface SqlWork<T> {

    /** Does the work. */
    T on(Connection connection) throws SQLException;
}
