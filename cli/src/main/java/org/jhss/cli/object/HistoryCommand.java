// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.object;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jhss.cli.output.Console;
import org.jhss.cli.output.Table;
import org.jhss.cli.place.Answer;
import org.jhss.cli.place.Listing;
import org.jhss.cli.place.Target;
import org.jhss.cli.place.TargetOptions;
import org.jhss.provisioning.schema.ResourceType;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code jhss history}. */
@Command(
        name = "history",
        description = "Shows what was changed, by whom and when: everything, one kind of object, or one object.",
        mixinStandardHelpOptions = true)
public final class HistoryCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "OBJECT",
            converter = ResourceName.class,
            completionCandidates = ResourceName.class,
            description = "What: ${COMPLETION-CANDIDATES}. Default: all.")
    private @Nullable ResourceType type;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "KEY",
            description = "Which: as for show; the id of one that is gone.")
    private @Nullable String key;

    @Option(names = "--of", paramLabel = "OPERATION", description = "What one operation did.")
    private @Nullable String operation;

    @Option(names = "--limit", paramLabel = "NUMBER", description = "At most that many. Default: ${DEFAULT-VALUE}.")
    private int limit = 20;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private TargetOptions where = new TargetOptions();

    /** A command that prints to {@code console}. */
    public HistoryCommand(Console console) {
        this.console = console;
    }

    /** Exit code 0, also when there is none; 3 for an operation that is not known. */
    @Override
    public Integer call() throws IOException {
        try (var target = where.open(false)) {
            return switch (listing(target)) {
                case Listing.Refused(var refusal) -> new Reporter(console).refuse(refusal);
                case Listing.Rows(var rows, var _) -> {
                    print(rows);
                    yield ExitCode.OK;
                }
            };
        }
    }

    private Listing listing(Target target) throws IOException {
        if (operation != null) {
            return target.operation(operation);
        }
        if (type == null || key == null) {
            return target.history(Optional.ofNullable(type), Optional.empty(), limit);
        }
        if (key.chars().allMatch(Character::isDigit)
                && key.length() < Integer.toString(Integer.MAX_VALUE).length()) {
            return target.history(Optional.of(type), Optional.of(Integer.parseInt(key)), limit);
        }
        return switch (new Finder(target).find(type, key)) {
            case Answer.Refusal refusal -> new Listing.Refused(refusal);
            case Answer.Done done ->
                target.history(Optional.of(type), Optional.of(Finder.key(type, done.row())), limit);
        };
    }

    private void print(List<ObjectNode> entries) {
        if (json) {
            var all = JsonNodeFactory.instance.arrayNode();
            entries.forEach(all::add);
            new RowPrinter(console, true, false).print(all);
            return;
        }
        if (entries.isEmpty()) {
            console.println("nothing");
            return;
        }
        var table = new Table("WHEN", "WHO", "WHAT", "OBJECT", "OPERATION ID", "CHANGE");
        for (var entry : entries) {
            table.row(
                    cell(entry, "at"),
                    cell(entry, "actor"),
                    cell(entry, "operation") + (entry.path("undoes").isString() ? " (rollback)" : ""),
                    cell(entry, "table") + " " + cell(entry, "item_id"),
                    cell(entry, "operation_id"),
                    change(entry));
        }
        table.lines(console).forEach(console::println);
    }

    private static String cell(ObjectNode entry, String name) {
        return RowPrinter.cell(entry.path(name));
    }

    /** Of a change what differs; of a new or deleted row what it is known by. */
    private static String change(ObjectNode entry) {
        var before = entry.path("before");
        var after = entry.path("after");
        if (!cell(entry, "operation").equals("UPDATE")) {
            var row = after.size() > 0 ? after : before;
            return ResourceType.parse(cell(entry, "table")).map(NaturalKeys::of).orElse(List.of()).stream()
                    .filter(name -> !RowPrinter.isNothing(row.path(name)))
                    .findFirst()
                    .map(name -> name + " " + RowPrinter.cell(row.path(name)))
                    .orElse("");
        }
        var text = new StringBuilder();
        for (var field : after.properties()) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append(changed(field.getKey(), before.path(field.getKey()), field.getValue()));
        }
        return text.toString();
    }

    private static String changed(String name, JsonNode before, JsonNode after) {
        return name + ": " + RowPrinter.cell(before) + " > " + RowPrinter.cell(after);
    }
}
