// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.object;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jhss.cli.output.Console;
import org.jhss.cli.place.Answer;
import org.jhss.cli.place.Target;
import org.jhss.cli.place.TargetOptions;
import org.jhss.provisioning.object.FieldProblem;
import org.jhss.provisioning.schema.ResourceType;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** {@code jhss edit}. */
@Command(
        name = "edit",
        description = "Changes columns of an object; serving nodes hear of what concerns them.",
        mixinStandardHelpOptions = true)
public final class EditCommand implements Callable<Integer> {

    private final Console console;

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

    @Parameters(
            index = "2..*",
            arity = "1..*",
            paramLabel = "COLUMN=VALUE",
            description =
                    "What to change. null is no value, - is asked for without echo or read from standard input, @FILE is the"
                            + " content of a file.")
    private List<String> columns = List.of();

    @Mixin
    private ShowOptions show = new ShowOptions();

    @Mixin
    private TargetOptions where = new TargetOptions();

    /** A command that prints to {@code console}. */
    public EditCommand(Console console) {
        this.console = console;
    }

    /** Exit code 0 when it is stored, 3 when there is no such row or columns break rules, 4 when other rows stand in the way. */
    @Override
    public Integer call() throws IOException {
        try (var target = where.open(show.secrets())) {
            var finder = new Finder(target);
            return switch (finder.find(type, key)) {
                case Answer.Refusal refusal -> new Reporter(console).refuse(refusal);
                case Answer.Done found -> edit(target, finder, Finder.key(type, found.row()));
            };
        }
    }

    private int edit(Target target, Finder finder, int id) throws IOException {
        var input = Assignments.object(columns, console);
        var problems = new ArrayList<>(unknown(input));
        problems.addAll(new References(finder).resolve(type, input));
        var reporter = new Reporter(console);
        if (!problems.isEmpty()) {
            return reporter.refuse(new Answer.Invalid(problems));
        }
        return switch (target.update(type, id, input)) {
            case Answer.Refusal refusal -> reporter.refuse(refusal);
            case Answer.Done done -> {
                reporter.warn(done.warnings());
                if (show.json()) {
                    show.printer(console).one(type, done.row(), show.columns(type, type.columns()), true);
                } else {
                    console.println(ResourceName.of(type) + " " + id
                            + (done.operationId().isEmpty()
                                    ? " is so already"
                                    : " changed (operation " + done.operationId() + ")"));
                }
                yield ExitCode.OK;
            }
        };
    }

    /** An update passes over what it does not know, as PyHSS does; here that is a slip of the finger. */
    private List<FieldProblem> unknown(ObjectNode input) {
        return input.propertyNames().stream()
                .filter(name -> type.column(name).isEmpty())
                .map(name -> new FieldProblem(name, "unknown", "is no field of " + type.table()))
                .toList();
    }
}
