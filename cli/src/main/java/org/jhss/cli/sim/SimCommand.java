// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.sim;

import org.jhss.cli.output.Console;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code jhss sim}. */
@Command(
        name = "sim",
        description = "Simulates a peer of the HSS.",
        synopsisSubcommandLabel = "PEER",
        mixinStandardHelpOptions = true)
public final class SimCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    private final Console console;

    /** A command that prints to {@code console}. */
    public SimCommand(Console console) {
        this.console = console;
    }

    /** Without a peer there is nothing to do. */
    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Which peer? mme, sgsn or eir.");
        }
        console.error("no peer");
    }
}
