// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.object;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jhss.cli.output.Console;
import org.jhss.cli.output.Table;
import org.jhss.cli.place.ChangeQuery;
import org.jhss.cli.place.Listing;
import org.jhss.cli.place.TargetOptions;
import org.jhss.identity.Imsi;
import org.jhss.store.change.ChangeState;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code jhss changes}. */
@Command(
        name = "changes",
        description = "Shows what serving nodes were told of changes, and what each answered.",
        mixinStandardHelpOptions = true)
public final class ChangesCommand implements Callable<Integer> {

    private static final int MOST = 1000;

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "IMSI", description = "Of that subscriber only.")
    private @Nullable String imsi;

    @Option(names = "--of", paramLabel = "OPERATION", description = "That one operation made.")
    private @Nullable String made;

    @Option(names = "--state", paramLabel = "STATE", description = "${COMPLETION-CANDIDATES}. Default: all.")
    private @Nullable ChangeState state;

    @Option(
            names = "--limit",
            paramLabel = "NUMBER",
            description = "At most that many, 1 to 1000. Default: ${DEFAULT-VALUE}.")
    private int limit = 20;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private TargetOptions where = new TargetOptions();

    /** A command that prints to {@code console}. */
    public ChangesCommand(Console console) {
        this.console = console;
    }

    /** Exit code 0, also when there are none. */
    @Override
    public Integer call() throws IOException {
        if (limit < 1 || limit > MOST) {
            throw new ParameterException(spec.commandLine(), "--limit is 1 to " + MOST);
        }
        try (var target = where.open(false)) {
            return switch (target.changes(query())) {
                case Listing.Refused(var refusal) -> new Reporter(console).refuse(refusal);
                case Listing.Rows(var changes, var _) -> {
                    print(changes);
                    yield ExitCode.OK;
                }
            };
        }
    }

    private ChangeQuery query() {
        var subscriber = Optional.ofNullable(imsi)
                .map(text -> Imsi.parse(text)
                        .orElseThrow(() -> new ParameterException(spec.commandLine(), "'" + text + "' is no IMSI")));
        return new ChangeQuery(Optional.ofNullable(made), subscriber, Optional.ofNullable(state), limit);
    }

    private void print(List<ObjectNode> changes) {
        if (json) {
            var all = JsonNodeFactory.instance.arrayNode();
            changes.forEach(all::add);
            new RowPrinter(console, true, false).print(all);
            return;
        }
        if (changes.isEmpty()) {
            console.println("none");
            return;
        }
        var table = new Table("CHANGE", "WHEN", "WHAT", "IMSI", "STATE", "NODE", "COMMAND", "RESULT");
        for (var change : changes) {
            var results = change.path("results");
            if (results.isEmpty()) {
                row(table, change, JsonNodeFactory.instance.objectNode());
            }
            results.forEach(result -> row(table, change, result));
        }
        table.lines(console).forEach(console::println);
    }

    private static void row(Table table, ObjectNode change, JsonNode result) {
        table.row(
                RowPrinter.cell(change.path("change_id")),
                RowPrinter.cell(change.path("created")),
                RowPrinter.cell(change.path("kind")),
                RowPrinter.cell(change.path("imsi")),
                RowPrinter.cell(change.path("state")),
                RowPrinter.cell(result.path("host")),
                RowPrinter.cell(result.path("command")),
                RowPrinter.cell(result.path("result")));
    }
}
