// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench;

import org.jhss.bench.api.ApiCommand;
import org.jhss.bench.imports.ImportCommand;
import org.jhss.bench.micro.MicroCommand;
import org.jhss.bench.profile.ProfileCommand;
import org.jhss.bench.system.SystemCommand;
import org.jhss.bench.yardstick.YardstickCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./jhss bench}. */
@Command(
        name = "bench",
        description = "Measures jHSS. Without a command: the whole set, as 'bench system'.",
        mixinStandardHelpOptions = true,
        subcommands = {
            SystemCommand.class,
            MicroCommand.class,
            ProfileCommand.class,
            YardstickCommand.class,
            ImportCommand.class,
            ApiCommand.class
        })
public final class Bench {

    private Bench() {}

    /** Runs the command that {@code arguments} spell and exits: 0 when it succeeded, 1 when not, 2 for wrong usage. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Options alone are those of the whole set. */
    private static int run(String... arguments) {
        boolean whole = arguments.length == 0 || (arguments[0].startsWith("--") && !isHelp(arguments[0]));
        return new CommandLine(whole ? new SystemCommand() : new Bench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
    }

    private static boolean isHelp(String argument) {
        return argument.equals("--help") || argument.equals("--version");
    }
}
