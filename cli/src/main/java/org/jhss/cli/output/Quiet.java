// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.output;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/** Keeps the libraries' logs off the terminal; commands say themselves what went wrong. */
public final class Quiet {

    private static final String LEVEL_VARIABLE = "JHSS_CLI_LOG";

    private Quiet() {}

    /** Silences every logger, or leaves what is at or above the level that the environment variable JHSS_CLI_LOG names. */
    public static void libraries() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.addTurboFilter(new Threshold(Level.toLevel(System.getenv(LEVEL_VARIABLE), Level.OFF)));
        }
    }

    /** Counts for all loggers, whatever levels of their own the platform has given them. */
    private static final class Threshold extends TurboFilter {

        private final Level least;

        Threshold(Level least) {
            this.least = least;
        }

        @Override
        public FilterReply decide(
                @Nullable Marker marker,
                Logger logger,
                Level level,
                @Nullable String format,
                Object @Nullable [] parameters,
                @Nullable Throwable failure) {
            return level.isGreaterOrEqual(least) ? FilterReply.ACCEPT : FilterReply.DENY;
        }
    }
}
