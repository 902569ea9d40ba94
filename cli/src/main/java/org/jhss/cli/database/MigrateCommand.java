// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.database;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jhss.cli.config.Configuration;
import org.jhss.cli.output.Console;
import org.jhss.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code jhss migrate}. */
@Command(
        name = "migrate",
        description = "Creates the database's tables or brings those of PyHSS or an older jHSS up to date.",
        mixinStandardHelpOptions = true)
public final class MigrateCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--dry-run", description = "Only say what is there and what would be done.")
    private boolean dryRun;

    /** A command that prints to {@code console}. */
    public MigrateCommand(Console console) {
        this.console = console;
    }

    /** Exit code 0 when the database is up to date, or with --dry-run when it can be brought there. */
    @Override
    public Integer call() throws IOException {
        try (var store = Store.open(Configuration.load().database())) {
            var migrator = store.migrator();
            var status = dryRun ? migrator.status() : migrator.migrate();
            console.println(store.database().settings() + ": " + status.origin()
                    + status.appliedVersion()
                            .map(version -> ", schema version " + version)
                            .orElse(""));
            for (var step : status.pending()) {
                console.println((dryRun ? "  to do: " : "  done:  ") + step);
            }
            console.println(status.isCurrent() ? "nothing to do" : dryRun ? "nothing was changed" : "now up to date");
        }
        return ExitCode.OK;
    }
}
