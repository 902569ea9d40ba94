// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.config;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jhss.cli.output.Console;
import org.jhss.platform.config.ConfigLoader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jhss check}: what is wrong with a configuration. */
@Command(
        name = "check",
        description = "Validates a configuration file and what the environment adds to it.",
        mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "The file; without it, the one that the services would read.")
    private @Nullable Path file;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print problems only.")
    private boolean quiet;

    /** A command that prints to {@code console}. */
    public CheckCommand(Console console) {
        this.console = console;
    }

    /** Exit code 0 when a service would start with the configuration, else 1. */
    @Override
    public Integer call() {
        var loader = ConfigLoader.system();
        var result = file == null ? loader.load() : loader.load(file);
        if (quiet) {
            result.problems().forEach(problem -> console.err().println(problem));
            console.err().flush();
        } else {
            console.out().print(result.render());
            console.out().flush();
        }
        return result.isGood() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
