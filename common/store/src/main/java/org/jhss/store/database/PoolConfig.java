// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.database;

import com.zaxxer.hikari.HikariConfig;
import java.time.Duration;

/** Pool and driver options per database. Credentials go as properties, never into an address. */
final class PoolConfig {

    /** HikariCP refuses younger; PyHSS's shipped 15 s would reopen connections all the time. */
    private static final Duration LEAST_AGE = Duration.ofSeconds(30);

    /** HikariCP refuses more frequent probes of idle connections. */
    private static final Duration LEAST_KEEPALIVE = Duration.ofSeconds(30);

    private static final Duration KEEPALIVE = Duration.ofMinutes(2);
    private static final Duration IDLE = Duration.ofMinutes(10);

    /**
     * All our look-ups go by index. Left to itself, PostgreSQL plans them for tables as small as they were when last analysed, and
     * keeps scanning them while they grow (measured: 12,700 against 42,000 AIR-like messages a second). Its compiler takes the
     * penalty on scans for a query worth compiling, so it is off too.
     */
    private static final String POSTGRESQL_PLANS =
            "SET jit = off; SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off";

    private static final int MIGRATION_POOL_SIZE = 6;

    private static final Duration FILE_OPEN_LIMIT = Duration.ofSeconds(10);

    private PoolConfig() {}

    static HikariConfig sqliteWriter(DatabaseSettings settings) {
        // Not IMMEDIATE: the driver begins the next transaction right after a commit, and an idle connection would keep
        // the lock.
        var config = sqlite(settings, "DEFERRED");
        config.setPoolName("jhss-writer");
        config.setConnectionInitSql("PRAGMA wal_autocheckpoint = " + WalCheckpointer.PAGES_UNTIL_INLINE);
        config.setMaximumPoolSize(1);
        return config;
    }

    /** For {@link WalCheckpointer}: SQLite refuses a checkpoint within a transaction. */
    static HikariConfig sqliteCheckpoints(DatabaseSettings settings) {
        var config = sqlite(settings, "DEFERRED");
        config.setPoolName("jhss-checkpoints");
        config.setAutoCommit(true);
        config.setMaximumPoolSize(1);
        return config;
    }

    static HikariConfig sqliteReaders(DatabaseSettings settings) {
        var config = sqlite(settings, "DEFERRED");
        config.setPoolName("jhss-readers");
        config.setMaximumPoolSize(settings.poolSize());
        return config;
    }

    static HikariConfig server(DatabaseSettings settings) {
        var config = base(settings);
        config.setPoolName("jhss");
        config.setMaximumPoolSize(settings.poolSize());
        // HikariCP grumbles at an idle time for a pool that never shrinks.
        config.setMinimumIdle(Math.min(1, settings.poolSize() - 1));
        config.setUsername(settings.username());
        config.setPassword(settings.password());
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        if (settings.type() == DatabaseType.POSTGRESQL) {
            postgresql(config);
        } else {
            mariadb(config);
        }
        return config;
    }

    static HikariConfig migration(DatabaseSettings settings) {
        var config = settings.type() == DatabaseType.SQLITE ? sqlite(settings, "IMMEDIATE") : server(settings);
        config.setPoolName("jhss-migration");
        if (settings.type() == DatabaseType.SQLITE) {
            // No server that may be down is waited for: what takes time is a busy machine, or another process that
            // starts too.
            config.setConnectionTimeout(FILE_OPEN_LIMIT.toMillis());
        }
        config.setAutoCommit(true);
        config.setMaximumPoolSize(MIGRATION_POOL_SIZE);
        config.setMinimumIdle(0);
        return config;
    }

    private static HikariConfig base(DatabaseSettings settings) {
        var config = new HikariConfig();
        config.setJdbcUrl(settings.jdbcUrl());
        config.setDriverClassName(settings.type().driver());
        config.setAutoCommit(false);
        config.setConnectionTimeout(settings.patience().toMillis());
        config.setValidationTimeout(Math.min(settings.patience().toMillis(), 1_000));
        config.setInitializationFailTimeout(-1);
        timings(config, Math.max(settings.maxConnectionAge().toMillis(), LEAST_AGE.toMillis()));
        return config;
    }

    /** HikariCP wants probes and the idle time to lie well within a connection's life, and warns of its own defaults otherwise. */
    private static void timings(HikariConfig config, long lifetime) {
        long half = lifetime / 2;
        config.setMaxLifetime(lifetime);
        config.setIdleTimeout(Math.min(IDLE.toMillis(), half));
        config.setKeepaliveTime(half < LEAST_KEEPALIVE.toMillis() ? 0 : Math.min(KEEPALIVE.toMillis(), half));
    }

    private static HikariConfig sqlite(DatabaseSettings settings, String transactionMode) {
        var config = base(settings);
        // Connects at first use: the first connection to a new file switches it to WAL, which would disturb a running
        // migration.
        config.setMinimumIdle(0);
        config.addDataSourceProperty("journal_mode", "WAL");
        config.addDataSourceProperty("synchronous", "NORMAL");
        config.addDataSourceProperty("foreign_keys", "true");
        config.addDataSourceProperty(
                "busy_timeout", Long.toString(settings.patience().toMillis()));
        config.addDataSourceProperty("transaction_mode", transactionMode);
        config.addDataSourceProperty("cache_size", "-32768");
        return config;
    }

    private static void postgresql(HikariConfig config) {
        config.setConnectionInitSql(POSTGRESQL_PLANS);
        config.addDataSourceProperty("ApplicationName", "jhss");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("connectTimeout", "3");
        config.addDataSourceProperty("socketTimeout", "30");
        // The server's detail line repeats values of the row.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("prepareThreshold", "2");
    }

    private static void mariadb(HikariConfig config) {
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("connectTimeout", "3000");
        config.addDataSourceProperty("socketTimeout", "30000");
        config.addDataSourceProperty("useServerPrepStmts", "true");
        config.addDataSourceProperty("prepStmtCacheSize", "256");
        config.addDataSourceProperty("useBulkStmts", "true");
        config.addDataSourceProperty("useAffectedRows", "false");
    }
}
