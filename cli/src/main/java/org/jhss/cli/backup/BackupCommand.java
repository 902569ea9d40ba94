// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jhss.cli.config.Configuration;
import org.jhss.cli.output.Console;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jhss backup}. */
@Command(
        name = "backup",
        description = {
            "Copies the database to a file, while jHSS runs, and checks the copy. The file holds keys: only its owner may read it.",
            "SQLite needs nothing else; PostgreSQL needs pg_dump, MariaDB and MySQL need mariadb-dump or mysqldump."
        },
        mixinStandardHelpOptions = true)
public final class BackupCommand implements Callable<Integer> {

    private static final double MIB = 1 << 20;

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "Where to.")
    private Path file = Path.of("");

    @Option(names = "--force", description = "Replace the file if there is one.")
    private boolean force;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The configuration. Default: the one that the services read.")
    private @Nullable Path config;

    /** A command that prints to {@code console}. */
    public BackupCommand(Console console) {
        this.console = console;
    }

    /** Exit code 0 when there is a good copy. */
    @Override
    public Integer call() throws IOException {
        var configuration = config == null ? Configuration.load() : Configuration.load(config);
        var copier = Copier.of(configuration.database());
        PrivateFile.make(file, force, partial -> {
            copier.copy(partial);
            copier.verify(partial);
        });
        console.println(String.format(Locale.ROOT, "%s: %.1f MiB, checked", file, Files.size(file) / MIB));
        return ExitCode.OK;
    }
}
