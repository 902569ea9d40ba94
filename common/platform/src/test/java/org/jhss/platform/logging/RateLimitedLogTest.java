// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RateLimitedLogTest {

    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final AtomicLong now = new AtomicLong(-5);
    private RateLimitedLog log;

    @BeforeEach
    void listen() {
        Logger logger = new LoggerContext().getLogger("test");
        logger.setLevel(Level.INFO);
        lines.start();
        logger.addAppender(lines);
        log = new RateLimitedLog(logger, 2, INTERVAL, now::get);
    }

    @Test
    void onlySoManyLinesOfAKeyPassInAnInterval() {
        for (int i = 0; i < 100; i++) {
            log.atWarn("mme1").log("malformed message");
        }

        assertThat(lines.list).hasSize(2);
    }

    @Test
    void theNextIntervalTellsHowManyWereHeldBack() {
        for (int i = 0; i < 100; i++) {
            log.atWarn("mme1").log("malformed message");
        }
        now.addAndGet(INTERVAL.toNanos());
        log.atWarn("mme1").log("malformed message");
        log.atWarn("mme1").log("malformed message");

        assertThat(lines.list).hasSize(4);
        assertThat(lines.list.get(2).getKeyValuePairs())
                .extracting(p -> p.key + p.value)
                .containsExactly("suppressed98");
        assertThat(lines.list.get(3).getKeyValuePairs()).isNullOrEmpty();
    }

    @Test
    void keysHaveBudgetsOfTheirOwn() {
        for (var peer : new String[] {"mme1", "mme2", "mme3"}) {
            log.atError(peer).log("refused");
        }

        assertThat(lines.list).hasSize(3).allMatch(line -> line.getLevel() == Level.ERROR);
    }

    @Test
    void keysThatAPeerInventsFillNoLog() {
        for (int i = 0; i < 5000; i++) {
            log.atWarn("peer" + i).log("refused");
        }

        assertThat(lines.list).hasSize(40);
    }

    @Test
    void keysThatAPeerInventedAreForgottenAndTheirLinesAccountedFor() {
        for (int i = 0; i < 5000; i++) {
            log.atWarn("peer" + i).log("refused");
        }
        lines.list.clear();
        now.addAndGet(INTERVAL.toNanos());
        for (int i = 0; i < 3; i++) {
            log.atWarn("mme1").log("refused");
            log.atWarn("mme2").log("refused");
        }

        assertThat(lines.list).hasSize(4);
        assertThat(lines.list.getFirst().getKeyValuePairs())
                .extracting(p -> p.key + p.value)
                .containsExactly("suppressed4960");
    }
}
