// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.sim;

import org.jhss.cli.output.Console;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code jhss sim}; which peer, its subcommands say. */
@Command(
        name = "sim",
        description = "Simulates a peer of the HSS, on jDiameter's stack.",
        synopsisSubcommandLabel = "PEER",
        mixinStandardHelpOptions = true)
public final class SimCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    /** The command with its peers, printing to {@code console}. */
    public static CommandLine with(Console console) {
        return new CommandLine(new SimCommand())
                .addSubcommand(new MmeCommand(console))
                .addSubcommand(new SgsnCommand(console))
                .addSubcommand(new EirCommand(console));
    }

    private SimCommand() {}

    /** Only called without a peer. */
    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Which peer: mme, sgsn or eir?");
        }
    }
}
