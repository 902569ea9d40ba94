// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.doc;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jhss.cli.output.Console;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** {@code jhss completion}. */
@Command(
        name = "completion",
        description = {
            "Writes a script that completes jhss and ./jhss.",
            "bash: source <(jhss completion bash), in ~/.bashrc for every shell. zsh: source <(jhss completion zsh), in ~/.zshrc."
        },
        mixinStandardHelpOptions = true)
public final class CompletionCommand implements Callable<Integer> {

    private static final String NAME = "jhss";

    private static final String ZSH = """
            # compdef needs zsh's own completion to be loaded.
            autoload -Uz compinit && compinit -u
            """;

    /** Shells. */
    enum Shell {
        BASH,
        ZSH
    }

    private final Console console;
    private final Supplier<CommandLine> commands;

    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}, in any case.")
    private Shell shell = Shell.BASH;

    /**
     * @param commands makes a new command line with every command
     */
    public CompletionCommand(Console console, Supplier<CommandLine> commands) {
        this.console = console;
        this.commands = commands;
    }

    /** Exit code 0. */
    @Override
    public Integer call() {
        var line = commands.get();
        Launcher.addTo(line);
        console.out().print((shell == Shell.ZSH ? ZSH : "") + AutoComplete.bash(NAME, line));
        console.out().flush();
        return ExitCode.OK;
    }
}
