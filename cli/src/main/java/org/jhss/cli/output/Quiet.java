// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.output;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the libraries' logs off the terminal; commands say themselves what went wrong. */
public final class Quiet {

    private static final String LEVEL_VARIABLE = "JHSS_CLI_LOG";

    private Quiet() {}

    /** Silences every logger, unless the environment variable JHSS_CLI_LOG names a level. */
    public static void libraries() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            var level = Level.toLevel(System.getenv(LEVEL_VARIABLE), Level.OFF);
            context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(level);
        }
    }
}
