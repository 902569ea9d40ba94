// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.lifecycle;

import java.nio.file.Path;
import java.util.Optional;

/** The options that every service takes. */
sealed interface ServiceOptions {

    /** Start, with the configuration file named or searched for. */
    record Start(Optional<Path> config) implements ServiceOptions {}

    /** Print something and end. */
    record Print(String text, int exitCode) implements ServiceOptions {}

    static ServiceOptions parse(String role, String version, String... arguments) {
        Optional<Path> config = Optional.empty();
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--config", "-c" -> {
                    if (i + 1 == arguments.length) {
                        return new Print("--config needs a file\n" + usage(role), ExitCode.USAGE);
                    }
                    config = Optional.of(Path.of(arguments[++i]));
                }
                case "--help", "-h" -> {
                    return new Print(usage(role), ExitCode.OK);
                }
                case "--version" -> {
                    return new Print("jHSS " + role + " " + version, ExitCode.OK);
                }
                default -> {
                    return new Print("unknown option " + arguments[i] + "\n" + usage(role), ExitCode.USAGE);
                }
            }
        }
        return new Start(config);
    }

    private static String usage(String role) {
        return """
                jHSS %s service
                  --config FILE  configuration; else JHSS_CONFIG, PYHSS_CONFIG, /etc/jhss/config.yaml and so on
                  --version      print the version
                Ends with 0 when stopped, 78 when the configuration is wrong, 69 when something it needs is not there,
                70 on a defect.""".formatted(role);
    }
}
