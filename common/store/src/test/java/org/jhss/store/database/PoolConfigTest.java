// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.zaxxer.hikari.HikariConfig;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class PoolConfigTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger(HikariConfig.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1, 5, 15, 30, 59, 60, 61, 239, 240, 600, 1_800, 86_400})
    void noPoolTimingMakesThePoolComplain(long recycleSeconds) {
        for (var type : DatabaseType.values()) {
            for (int size : new int[] {1, 2, 30}) {
                var settings = new DatabaseSettings(
                        type,
                        "127.0.0.1",
                        "hss",
                        "jhss",
                        "",
                        size,
                        Duration.ofSeconds(recycleSeconds),
                        Duration.ofSeconds(3));
                if (type == DatabaseType.SQLITE) {
                    PoolConfig.sqliteWriter(settings).validate();
                    PoolConfig.sqliteReaders(settings).validate();
                } else {
                    PoolConfig.server(settings).validate();
                }
                PoolConfig.migration(settings).validate();
            }
        }
        assertThat(log.list)
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {30, 600})
    void connectionsLiveAsLongAsConfigured(long recycleSeconds) {
        var settings = DatabaseSettings.server(DatabaseType.POSTGRESQL, "127.0.0.1", "hss", "jhss", "");
        var aged = new DatabaseSettings(
                settings.type(),
                settings.server(),
                settings.database(),
                settings.username(),
                settings.password(),
                settings.poolSize(),
                Duration.ofSeconds(recycleSeconds),
                settings.patience());
        assertThat(PoolConfig.server(aged).getMaxLifetime())
                .isEqualTo(Duration.ofSeconds(recycleSeconds).toMillis());
    }

    @Test
    void aFileIsWaitedForAtTheStartEvenWhereRequestsMayNotWait() {
        var settings = DatabaseSettings.sqlite(Path.of("hss.db"));
        assertThat(PoolConfig.migration(settings).getConnectionTimeout())
                .isGreaterThan(settings.patience().toMillis());
    }
}
