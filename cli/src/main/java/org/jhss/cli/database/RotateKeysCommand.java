// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jhss.cli.config.Configuration;
import org.jhss.cli.output.Console;
import org.jhss.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code jhss rotate-keys}. */
@Command(
        name = "rotate-keys",
        description = {
            "Encrypts the stored keys of SIMs with database.encryption.active_key, while jHSS runs; without one they are decrypted.",
            "The key that they were encrypted with must still be among database.encryption.keys; it may be removed afterwards."
        },
        mixinStandardHelpOptions = true)
public final class RotateKeysCommand implements Callable<Integer> {

    private final Console console;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The configuration. Default: the one that the services read.")
    private @Nullable Path config;

    /** A command that prints to {@code console}. */
    public RotateKeysCommand(Console console) {
        this.console = console;
    }

    /** Exit code 0 when everything is stored as configured, 1 when something could not be read. */
    @Override
    public Integer call() throws IOException {
        var configuration = config == null ? Configuration.load() : Configuration.load(config);
        try (var store = Store.open(configuration.database())) {
            var result = store.keyRotation().run();
            console.println(result.changed() + " stored anew");
            if (result.tooLong() > 0) {
                console.println(result.tooLong() + " are too long for PyHSS's columns and are kept in jhss_auc");
            }
            if (result.unreadable() > 0) {
                console.error(result.unreadable()
                        + " could not be read with the configured keys, or hold none; they are left as they were");
                return ExitCode.SOFTWARE;
            }
        }
        return ExitCode.OK;
    }
}
