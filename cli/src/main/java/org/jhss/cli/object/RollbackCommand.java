// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.object;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jhss.cli.output.Console;
import org.jhss.cli.place.Answer;
import org.jhss.cli.place.Listing;
import org.jhss.cli.place.Target;
import org.jhss.cli.place.TargetOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jhss rollback}. */
@Command(
        name = "rollback",
        description = "Takes an operation back, in one transaction that the log tells of, too.",
        mixinStandardHelpOptions = true)
public final class RollbackCommand implements Callable<Integer> {

    private final Console console;

    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

    /** One operation by name, or the last. */
    static final class Which {

        @Parameters(arity = "0..1", paramLabel = "OPERATION", description = "Its id, as jhss history tells it.")
        private @Nullable String operation;

        @Option(names = "--last", description = "The last one that is no rollback and not taken back.")
        private boolean last;
    }

    @Option(names = "--force", description = "Also when rows have been changed since.")
    private boolean force;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private TargetOptions where = new TargetOptions();

    /** A command that prints to {@code console}. */
    public RollbackCommand(Console console) {
        this.console = console;
    }

    /** Exit code 0 when it is taken back, 3 when there is no such operation, 4 when rows stand in the way. */
    @Override
    public Integer call() throws IOException {
        try (var target = where.open(false)) {
            return switch (target.rollback(Optional.ofNullable(which.last ? null : which.operation), force)) {
                case Answer.Refusal refusal -> new Reporter(console).refuse(refusal);
                case Answer.Done done -> {
                    tell(target, done);
                    yield ExitCode.OK;
                }
            };
        }
    }

    private void tell(Target target, Answer.Done done) throws IOException {
        if (json) {
            new RowPrinter(console, true, false).print(done.row());
            return;
        }
        console.println("operation " + RowPrinter.cell(done.row().path("undone")) + " is taken back (operation "
                + done.operationId() + ")");
        if (target.operation(done.operationId()) instanceof Listing.Rows(var entries, var _)) {
            for (var entry : entries) {
                var what = switch (RowPrinter.cell(entry.path("operation"))) {
                    case "INSERT" -> "restored";
                    case "DELETE" -> "deleted";
                    default -> "set back";
                };
                console.println("  " + what + " " + RowPrinter.cell(entry.path("table")) + " "
                        + RowPrinter.cell(entry.path("item_id")));
            }
        }
    }
}
