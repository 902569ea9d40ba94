// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli;

import java.util.List;
import org.jhss.cli.auc.OpcCommand;
import org.jhss.cli.auc.VectorCommand;
import org.jhss.cli.backup.BackupCommand;
import org.jhss.cli.backup.RestoreCommand;
import org.jhss.cli.bulk.ExportCommand;
import org.jhss.cli.bulk.ImportCommand;
import org.jhss.cli.config.CheckCommand;
import org.jhss.cli.database.MigrateCommand;
import org.jhss.cli.database.RotateKeysCommand;
import org.jhss.cli.decode.DecodeCommand;
import org.jhss.cli.demo.DemoCommand;
import org.jhss.cli.doc.CompletionCommand;
import org.jhss.cli.doc.ManCommand;
import org.jhss.cli.live.CancelCommand;
import org.jhss.cli.live.PeersCommand;
import org.jhss.cli.load.LoadCommand;
import org.jhss.cli.object.AddCommand;
import org.jhss.cli.object.ChangesCommand;
import org.jhss.cli.object.DeleteCommand;
import org.jhss.cli.object.EditCommand;
import org.jhss.cli.object.HistoryCommand;
import org.jhss.cli.object.ListCommand;
import org.jhss.cli.object.RollbackCommand;
import org.jhss.cli.object.ShowCommand;
import org.jhss.cli.output.Console;
import org.jhss.cli.output.Quiet;
import org.jhss.cli.redis.RedisCommand;
import org.jhss.cli.sim.IdentityCheckCommand;
import org.jhss.cli.sim.SimCommand;
import org.jhss.cli.token.TokenCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The jhss command line. */
@Command(
        name = "jhss",
        description = "jHSS, a Home Subscriber Server.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        subcommands = HelpCommand.class)
public final class Jhss {

    private Jhss() {}

    /** Runs the command that {@code arguments} spell and exits: 0 when it succeeded, 1 when not, 2 for wrong usage. */
    public static void main(String[] arguments) {
        Quiet.libraries();
        System.exit(run(Console.system(), arguments));
    }

    /** Runs a command with its output going to {@code console}. */
    static int run(Console console, String... arguments) {
        var line = line(console);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(console.out());
        line.setErr(console.err());
        line.setColorScheme(CommandLine.Help.defaultColorScheme(console.ansi()));
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            console.error(Failures.describe(failure));
            return CommandLine.ExitCode.SOFTWARE;
        });
        return line.execute(arguments);
    }

    private static CommandLine line(Console console) {
        var line = new CommandLine(new Jhss());
        commands(console).forEach(line::addSubcommand);
        line.addSubcommand(new CompletionCommand(console, () -> line(console)));
        line.addSubcommand(new ManCommand(console, () -> line(console)));
        return line;
    }

    private static List<Object> commands(Console console) {
        return List.of(
                new AddCommand(console),
                new ShowCommand(console),
                new ListCommand(console),
                new EditCommand(console),
                new DeleteCommand(console),
                new HistoryCommand(console),
                new RollbackCommand(console),
                new OpcCommand(console),
                new VectorCommand(console),
                new CancelCommand(console),
                new IdentityCheckCommand(console),
                new ChangesCommand(console),
                new BackupCommand(console),
                new RestoreCommand(console),
                new CheckCommand(console),
                new DecodeCommand(console),
                SimCommand.with(console),
                new MigrateCommand(console),
                new RotateKeysCommand(console),
                new TokenCommand(console),
                new ImportCommand(console),
                new ExportCommand(console),
                new DemoCommand(console),
                new LoadCommand(console),
                new PeersCommand(console),
                new RedisCommand(console));
    }
}
