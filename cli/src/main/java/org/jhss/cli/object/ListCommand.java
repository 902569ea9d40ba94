// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.object;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jhss.cli.output.Console;
import org.jhss.cli.place.Condition;
import org.jhss.cli.place.Listing;
import org.jhss.cli.place.RowQuery;
import org.jhss.cli.place.TargetOptions;
import org.jhss.provisioning.schema.ResourceType;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jhss list}. */
@Command(name = "list", description = "Lists objects.", mixinStandardHelpOptions = true)
public final class ListCommand implements Callable<Integer> {

    private static final int USUAL_LIMIT = 100;

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "OBJECT",
            converter = ResourceName.class,
            completionCandidates = ResourceName.class,
            description = "What: ${COMPLETION-CANDIDATES}; the plural will do, too.")
    private ResourceType type = ResourceType.SUBSCRIBER;

    @Option(
            names = "--filter",
            paramLabel = "CONDITION",
            description = {
                "Only rows that meet it: column=value, !=, <, <=, >, >=, ^= (begins with), ~= (contains), @= (comma list has);"
                        + " the value null stands for none.",
                "May be given again; all must hold."
            })
    private List<String> filters = List.of();

    @Option(
            names = "--sort",
            split = ",",
            paramLabel = "COLUMN",
            description = "In which order; a minus sign before a column for the other way round. Default: by id.")
    private List<String> sort = List.of();

    @Option(
            names = "--limit",
            paramLabel = "NUMBER",
            description = "At most that many; 0 for all. Default: ${DEFAULT-VALUE}.")
    private int limit = USUAL_LIMIT;

    @Option(names = "--offset", paramLabel = "NUMBER", description = "Pass over that many first.")
    private int offset;

    @Option(names = "--count", description = "Only say how many there are.")
    private boolean count;

    @Mixin
    private ShowOptions show = new ShowOptions();

    @Mixin
    private TargetOptions where = new TargetOptions();

    /** A command that prints to {@code console}. */
    public ListCommand(Console console) {
        this.console = console;
    }

    /** Exit code 0, also when there are none. */
    @Override
    public Integer call() throws IOException {
        if (limit < 0 || offset < 0) {
            throw new ParameterException(spec.commandLine(), "--limit and --offset are not negative");
        }
        var query = new RowQuery(
                filters.stream().map(this::condition).toList(),
                sort.stream().map(RowQuery.Order::parse).toList(),
                offset,
                1);
        var columns = show.columns(type, show.json() ? type.columns() : UsualColumns.of(type));
        try (var target = where.open(show.secrets())) {
            if (count) {
                return count(target.list(type, query));
            }
            var sink = show.json()
                    ? new JsonSink(console, show.printer(console), type, columns)
                    : new TableSink(console, show.printer(console), type, columns);
            var refusal = new Pages(target, type, query).read(limit, sink);
            if (refusal.isPresent()) {
                return new Reporter(console).refuse(refusal.get());
            }
            return ExitCode.OK;
        }
    }

    private int count(Listing listing) {
        return switch (listing) {
            case Listing.Rows rows -> {
                console.println(Long.toString(rows.total()));
                yield ExitCode.OK;
            }
            case Listing.Refused(var refusal) -> new Reporter(console).refuse(refusal);
        };
    }

    private Condition condition(String text) {
        return Condition.parse(text)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "'" + text + "' is no condition such as imsi^=00101 or enabled=false"));
    }
}
