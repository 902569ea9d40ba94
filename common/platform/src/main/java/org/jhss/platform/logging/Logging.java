// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.logstash.logback.encoder.LogstashEncoder;
import org.jhss.platform.config.LoggingConfig;
import org.slf4j.LoggerFactory;

/**
 * Sets up Logback: one appender, to standard output, which systemd, containers or the launcher collect. Fields are SLF4J's key
 * value pairs and the MDC.
 */
public final class Logging {

    private static final String NO_TIMESTAMP_VARIABLE = "PYHSS_LOG_STDOUT_NO_TIMESTAMP";
    private static final String OURS = "org.jhss";

    /** Libraries whose INFO is of no use to an operator. */
    private static final List<String> TALKATIVE =
            List.of("org.hibernate", "com.zaxxer.hikari", "org.flywaydb", "io.lettuce", "io.netty");

    private Logging() {}

    /**
     * Applies the configuration to this process.
     *
     * @param service role, told in JSON lines
     * @param instance instance id, told in JSON lines
     */
    public static void configure(
            LoggingConfig config, String service, String instance, Map<String, String> environment) {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        var level = level(config.level());
        Encoder<ILoggingEvent> encoder = switch (config.format()) {
            case TEXT -> text(context, !"1".equals(environment.get(NO_TIMESTAMP_VARIABLE)));
            case JSON -> json(context, service, instance);
        };
        install(context, encoder, level);
    }

    /** Text lines from {@code level} on, before a configuration is read and for tools. */
    static void configure(LoggerContext context, Level level) {
        install(context, text(context, true), level);
    }

    /** Logback's level for PyHSS's name. CRITICAL has no counterpart and means ERROR. */
    static Level level(LoggingConfig.Level level) {
        return switch (level) {
            case CRITICAL, ERROR -> Level.ERROR;
            case WARNING -> Level.WARN;
            case INFO -> Level.INFO;
            case DEBUG -> Level.DEBUG;
            case NOTSET -> Level.TRACE;
        };
    }

    private static void install(LoggerContext context, Encoder<ILoggingEvent> encoder, Level level) {
        context.reset();
        encoder.setContext(context);
        encoder.start();
        var console = new ConsoleAppender<ILoggingEvent>();
        console.setContext(context);
        console.setName("console");
        console.setEncoder(encoder);
        console.start();
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(console);
        boolean everything = level == Level.TRACE;
        root.setLevel(everything ? Level.TRACE : quieter(level, Level.INFO));
        context.getLogger(OURS).setLevel(level);
        if (!everything) {
            TALKATIVE.forEach(name -> context.getLogger(name).setLevel(quieter(level, Level.WARN)));
        }
    }

    private static Level quieter(Level a, Level b) {
        return a.isGreaterOrEqual(b) ? a : b;
    }

    private static Encoder<ILoggingEvent> text(LoggerContext context, boolean timestamp) {
        var layout = new TextLayout(timestamp);
        layout.setContext(context);
        layout.start();
        var encoder = new LayoutWrappingEncoder<ILoggingEvent>();
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(layout);
        return encoder;
    }

    private static Encoder<ILoggingEvent> json(LoggerContext context, String service, String instance) {
        var encoder = new LogstashEncoder();
        encoder.setContext(context);
        encoder.setCustomFields("{\"service\":\"" + service + "\",\"instance\":\"" + instance + "\"}");
        return encoder;
    }
}
