// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.object;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jhss.cli.output.Console;
import org.jhss.cli.output.Exit;
import org.jhss.cli.place.Answer;
import org.jhss.cli.place.Condition;
import org.jhss.cli.place.Listing;
import org.jhss.cli.place.RowQuery;
import org.jhss.cli.place.Target;
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
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code jhss delete}. */
@Command(
        name = "delete",
        description = "Deletes an object, unless others refer to it; the network takes leave of a subscriber.",
        mixinStandardHelpOptions = true)
public final class DeleteCommand implements Callable<Integer> {

    private static final int MOST_IMS = 100;

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "OBJECT",
            converter = ResourceName.class,
            completionCandidates = ResourceName.class,
            description = "What: ${COMPLETION-CANDIDATES}.")
    private ResourceType type = ResourceType.SUBSCRIBER;

    @Parameters(
            index = "1",
            paramLabel = "KEY",
            description = "Which: its id, IMSI, MSISDN, ICCID or name, or column=value.")
    private String key = "";

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean sure;

    @Option(
            names = "--with-keys",
            description =
                    "With a subscriber, delete its IMS subscriber and the keys of its SIM, too. All are one operation.")
    private boolean withKeys;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private TargetOptions where = new TargetOptions();

    /** A row to delete. */
    private record Row(ResourceType type, int id) {}

    /** A command that prints to {@code console}. */
    public DeleteCommand(Console console) {
        this.console = console;
    }

    /** Exit code 0 when it is gone, 1 when the answer was no, 3 when there is no such row, 4 when others refer to it. */
    @Override
    public Integer call() throws IOException {
        if (withKeys && type != ResourceType.SUBSCRIBER) {
            throw new ParameterException(spec.commandLine(), "--with-keys is for subscribers");
        }
        try (var target = where.openForOneOperation(false)) {
            return switch (new Finder(target).find(type, key)) {
                case Answer.Refusal refusal -> new Reporter(console).refuse(refusal);
                case Answer.Done found -> delete(target, rows(target, found.row()));
            };
        }
    }

    private List<Row> rows(Target target, ObjectNode row) throws IOException {
        var rows = new ArrayList<Row>();
        if (withKeys) {
            var sameImsi = Condition.equal("imsi", row.path("imsi").asString(""));
            if (target.list(ResourceType.IMS_SUBSCRIBER, RowQuery.where(MOST_IMS, sameImsi))
                    instanceof Listing.Rows(var found, var _)) {
                found.forEach(ims ->
                        rows.add(new Row(ResourceType.IMS_SUBSCRIBER, Finder.key(ResourceType.IMS_SUBSCRIBER, ims))));
            }
        }
        rows.add(new Row(type, Finder.key(type, row)));
        if (withKeys) {
            rows.add(new Row(ResourceType.AUC, row.path("auc_id").asInt(0)));
        }
        return rows;
    }

    private int delete(Target target, List<Row> rows) throws IOException {
        var names = String.join(", ", rows.stream().map(DeleteCommand::name).toList());
        if (!sure && !console.confirm("Delete " + names + "?")) {
            console.error("nothing was deleted");
            return Exit.FAILED;
        }
        var operation = "";
        for (var row : rows) {
            switch (target.delete(row.type(), row.id())) {
                case Answer.Refusal refusal -> {
                    if (!operation.isEmpty()) {
                        console.error("some rows are deleted; jhss rollback " + operation + " brings them back");
                    }
                    return new Reporter(console).refuse(refusal);
                }
                case Answer.Done done -> operation = done.operationId();
            }
        }
        tell(rows, names, operation);
        return ExitCode.OK;
    }

    private void tell(List<Row> rows, String names, String operation) {
        if (!json) {
            console.println("deleted " + names + " (operation " + operation + ")");
            return;
        }
        var answer = JsonNodeFactory.instance.objectNode();
        var deleted = answer.putArray("deleted");
        rows.forEach(
                row -> deleted.addObject().put("table_name", row.type().table()).put("id", row.id()));
        answer.put("operation_id", operation);
        new RowPrinter(console, true, false).print(answer);
    }

    private static String name(Row row) {
        return ResourceName.of(row.type()) + " " + row.id();
    }
}
