// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import org.jhss.cli.config.Configuration;
import org.jhss.cli.output.Console;
import org.jhss.cli.output.Exit;
import org.jhss.platform.config.DatabaseConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jhss restore}. */
@Command(
        name = "restore",
        description = {
            "Puts a backup in the place of the database's content; of a SQLite database the content before is kept in a file beside it.",
            "Sequence numbers go back, too: SIMs that were served since then are resynchronised when they next attach."
        },
        mixinStandardHelpOptions = true)
public final class RestoreCommand implements Callable<Integer> {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss").withZone(ZoneOffset.UTC);

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "What jhss backup has written.")
    private Path file = Path.of("");

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean sure;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The configuration. Default: the one that the services read.")
    private @Nullable Path config;

    /** A command that prints to {@code console}. */
    public RestoreCommand(Console console) {
        this.console = console;
    }

    /** Exit code 0 when it is restored, 1 when the answer was no or the backup is not good. */
    @Override
    public Integer call() throws IOException {
        var database = (config == null ? Configuration.load() : Configuration.load(config)).database();
        var copier = Copier.of(database);
        copier.verify(file);
        if (!sure && !console.confirm("Replace everything in " + database.database() + "?")) {
            console.error("nothing was restored");
            return Exit.FAILED;
        }
        if (database.type() == DatabaseConfig.Type.SQLITE) {
            keep(Path.of(database.database()), copier);
        }
        copier.restore(file);
        console.println("restored; run jhss migrate if the backup is of an older version");
        return ExitCode.OK;
    }

    private void keep(Path database, Copier copier) throws IOException {
        if (!Files.exists(database)) {
            return;
        }
        var kept = database.resolveSibling(database.getFileName() + ".before-restore-" + STAMP.format(Instant.now()));
        PrivateFile.make(kept, true, copier::copy);
        console.println("what was there before is in " + kept);
    }
}
