// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jhss.platform.config.schema.Key;
import org.jhss.platform.config.schema.KeyGroup;
import org.jhss.platform.config.schema.Types;
import org.jhss.platform.config.schema.Values;

/**
 * Section {@code logging}.
 *
 * @param level the least important level that is written
 * @param format how a line looks
 * @param logfiles the log collector's file of each service, by service name such as {@code hss}
 */
public record LoggingConfig(Level level, Format format, Map<String, Path> logfiles) {

    /** PyHSS's levels, most important first. */
    public enum Level {
        /** Only what ends a service. */
        CRITICAL,
        /** What failed. */
        ERROR,
        /** What an operator should look at. */
        WARNING,
        /** What happens. */
        INFO,
        /** What happens in detail. */
        DEBUG,
        /** Everything. */
        NOTSET
    }

    /** How a log line looks. */
    public enum Format {
        /** For people: message and key=value fields. */
        TEXT,
        /** For collectors: one JSON object a line. */
        JSON
    }

    static final KeyGroup KEYS = new KeyGroup("logging", "Logging");

    private static final String FILE_SUFFIX = "_logging_file";
    private static final Key<Level> LEVEL = KEYS.key(
            "level",
            Types.scalar("one of CRITICAL, ERROR, WARNING, INFO, DEBUG, NOTSET", LoggingConfig::level),
            "INFO",
            "The least important level that is written: CRITICAL, ERROR, WARNING, INFO, DEBUG or NOTSET (all).");
    private static final Key<Format> FORMAT =
            KEYS.key("format", Types.oneOf(Format.class), "text", "text for people, json for log collectors.");
    private static final Map<String, Key<Path>> LOGFILES = new LinkedHashMap<>();

    static {
        for (var service :
                new String[] {"hss", "diameter", "geored", "metric", "database", "api", "gsup", "as", "log"}) {
            LOGFILES.put(
                    service,
                    KEYS.optional(
                            "logfiles." + service + FILE_SUFFIX,
                            Types.PATH,
                            "File that the log service writes the lines of service " + service + " to.",
                            List.of("LOGGING_" + service.toUpperCase(Locale.ROOT) + "_FILE"),
                            List.of()));
        }
    }

    static LoggingConfig from(Values values, Paths paths) {
        Map<String, Path> files = new LinkedHashMap<>();
        LOGFILES.forEach((service, key) -> values.find(key).map(paths::resolve).ifPresent(f -> files.put(service, f)));
        return new LoggingConfig(values.get(LEVEL), values.get(FORMAT), Collections.unmodifiableMap(files));
    }

    /** Also accepts the short names that people use. */
    private static Optional<Level> level(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "CRITICAL", "FATAL" -> Optional.of(Level.CRITICAL);
            case "ERROR" -> Optional.of(Level.ERROR);
            case "WARNING", "WARN" -> Optional.of(Level.WARNING);
            case "INFO" -> Optional.of(Level.INFO);
            case "DEBUG" -> Optional.of(Level.DEBUG);
            case "NOTSET", "TRACE" -> Optional.of(Level.NOTSET);
            default -> Optional.empty();
        };
    }
}
