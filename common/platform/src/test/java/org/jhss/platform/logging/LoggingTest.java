// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jhss.platform.config.LoggingConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import tools.jackson.databind.json.JsonMapper;

class LoggingTest {

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();

    @AfterEach
    void restore() {
        Logging.configure(context, Level.WARN);
    }

    private static void configure(
            LoggingConfig.Level level, LoggingConfig.Format format, Map<String, String> environment) {
        Logging.configure(new LoggingConfig(level, format, Map.of()), "hss", "hss-1", environment);
    }

    private String written(LoggingConfig.Format format, Map<String, String> environment) {
        var original = System.out;
        var bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try (var _ = MDC.putCloseable("session", "s1")) {
            configure(LoggingConfig.Level.INFO, format, environment);
            LoggerFactory.getLogger("org.jhss.Some")
                    .atInfo()
                    .addKeyValue("peer", "mme1")
                    .log("hello");
            return bytes.toString(StandardCharsets.UTF_8);
        } finally {
            System.setOut(original);
        }
    }

    @ParameterizedTest
    @CsvSource({"CRITICAL,ERROR", "ERROR,ERROR", "WARNING,WARN", "INFO,INFO", "DEBUG,DEBUG", "NOTSET,TRACE"})
    void theLevelNamesOfPyHssAreUnderstood(LoggingConfig.Level level, String expected) {
        configure(level, LoggingConfig.Format.TEXT, Map.of());

        assertThat(context.getLogger("org.jhss.any").getEffectiveLevel()).hasToString(expected);
    }

    @Test
    void librariesStayQuietWhenOurOwnClassesTellDetails() {
        configure(LoggingConfig.Level.DEBUG, LoggingConfig.Format.TEXT, Map.of());

        assertThat(context.getLogger("io.lettuce.core.X").getEffectiveLevel()).isEqualTo(Level.WARN);
        assertThat(context.getLogger("other.Library").getEffectiveLevel()).isEqualTo(Level.INFO);
    }

    @Test
    void textLinesGoToStandardOutputWithoutTimeWhenSystemdAddsIt() {
        assertThat(written(LoggingConfig.Format.TEXT, Map.of("PYHSS_LOG_STDOUT_NO_TIMESTAMP", "1")))
                .isEqualTo("INFO  Some: hello peer=mme1 session=s1\n");
    }

    @Test
    void jsonLinesHaveFieldsServiceAndInstance() {
        var line = JsonMapper.shared().readTree(written(LoggingConfig.Format.JSON, Map.of()));

        assertThat(line.get("message").asString()).isEqualTo("hello");
        assertThat(line.get("peer").asString()).isEqualTo("mme1");
        assertThat(line.get("session").asString()).isEqualTo("s1");
        assertThat(line.get("service").asString()).isEqualTo("hss");
        assertThat(line.get("instance").asString()).isEqualTo("hss-1");
    }
}
