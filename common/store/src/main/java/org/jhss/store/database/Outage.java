// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Remembers that a server could not be connected to, so that whoever needs it is told at once rather than after waiting for a
 * connection again. A thread of its own finds out when it is back. Thread-safe.
 */
final class Outage {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final HikariDataSource pool;
    private final AtomicBoolean lasting = new AtomicBoolean();

    Outage(HikariDataSource pool) {
        this.pool = pool;
    }

    boolean isLasting() {
        return lasting.get();
    }

    /** No connection was to be had. That is no outage when others have connections: then there are too few. */
    void suspect() {
        if (pool.getHikariPoolMXBean().getTotalConnections() == 0 && lasting.compareAndSet(false, true)) {
            Thread.ofVirtual().name("jhss-database-probe").start(this::awaitEnd);
        }
    }

    private void awaitEnd() {
        while (!pool.isClosed()) {
            try {
                pool.getConnection().close();
                lasting.set(false);
                return;
            } catch (SQLException | RuntimeException _) {
                // Said by whoever needed the database; here it is only waited for, whatever the reason.
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
