// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.doc;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jhss.cli.output.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** {@code jhss man}. */
@Command(
        name = "man",
        description = "Writes the manual page: jhss man > jhss.1; man -l jhss.1 shows it.",
        mixinStandardHelpOptions = true)
public final class ManCommand implements Callable<Integer> {

    private final Console console;
    private final Supplier<CommandLine> commands;

    /**
     * @param commands makes a new command line with every command
     */
    public ManCommand(Console console, Supplier<CommandLine> commands) {
        this.console = console;
        this.commands = commands;
    }

    /** Exit code 0. */
    @Override
    public Integer call() {
        var line = commands.get();
        Launcher.addTo(line);
        console.out().print(new ManPage(line).text());
        console.out().flush();
        return ExitCode.OK;
    }
}
