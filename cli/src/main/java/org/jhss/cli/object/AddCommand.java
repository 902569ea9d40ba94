// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.object;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jhss.cli.output.Console;
import org.jhss.cli.place.Answer;
import org.jhss.cli.place.Target;
import org.jhss.cli.place.TargetOptions;
import org.jhss.provisioning.object.NewRow;
import org.jhss.provisioning.schema.ResourceType;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jhss add}. */
@Command(
        name = "add",
        description = {
            "Adds an object.",
            "A subscriber comes with the keys of its SIM, in one transaction: jhss add subscriber imsi=001010000000001 ki=-"
                    + " opc=- apn=internet,ims msisdn=441234567890. The first APN is the default one. Keys that exist already"
                    + " are found by the IMSI."
        },
        mixinStandardHelpOptions = true)
public final class AddCommand implements Callable<Integer> {

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
            index = "1..*",
            arity = "1..*",
            paramLabel = "COLUMN=VALUE",
            description = {
                "The columns, as the REST interface names them. null is no value, - is asked for without echo or read from standard"
                        + " input, @FILE is the content of a file.",
                "Of other objects the name will do: default_apn=internet."
            })
    private List<String> columns = List.of();

    @Option(names = "--ims", description = "With a subscriber, add the IMS subscriber, too.")
    private boolean ims;

    @Mixin
    private ShowOptions show = new ShowOptions();

    @Mixin
    private TargetOptions where = new TargetOptions();

    /** A command that prints to {@code console}. */
    public AddCommand(Console console) {
        this.console = console;
    }

    /** Exit code 0 when it is stored, 3 when columns break rules, 4 when it exists already. */
    @Override
    public Integer call() throws IOException {
        if (ims && type != ResourceType.SUBSCRIBER) {
            throw new ParameterException(spec.commandLine(), "--ims is for subscribers");
        }
        try (var target = where.open(show.secrets())) {
            return type == ResourceType.SUBSCRIBER ? addSubscriber(target) : add(target);
        }
    }

    private int add(Target target) throws IOException {
        var input = Assignments.object(columns, console);
        var problems = new References(new Finder(target)).resolve(type, input);
        return report(
                List.of(type), List.of(problems.isEmpty() ? target.create(type, input) : new Answer.Invalid(problems)));
    }

    private int addSubscriber(Target target) throws IOException {
        var order = new SubscriberOrder(new Finder(target), Assignments.read(columns, console), ims);
        return switch (order.rows()) {
            case SubscriberOrder.Refused(var refusal) -> new Reporter(console).refuse(refusal);
            case SubscriberOrder.Rows(var rows) ->
                report(rows.stream().map(NewRow::type).toList(), target.createTogether(rows));
        };
    }

    private int report(List<ResourceType> types, List<Answer> answers) {
        var reporter = new Reporter(console);
        if (answers.getFirst() instanceof Answer.Refusal refusal) {
            return reporter.refuse(refusal);
        }
        var created = new Created(console, show);
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i) instanceof Answer.Done done) {
                reporter.warn(done.warnings());
                created.add(types.get(i), done);
            }
        }
        created.print();
        return ExitCode.OK;
    }
}
