// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.object;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jhss.cli.output.Console;
import org.jhss.cli.place.Answer;
import org.jhss.cli.place.TargetOptions;
import org.jhss.provisioning.schema.ResourceType;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jhss show}. */
@Command(name = "show", description = "Shows one object.", mixinStandardHelpOptions = true)
public final class ShowCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            index = "0",
            paramLabel = "OBJECT",
            converter = ResourceName.class,
            completionCandidates = ResourceName.class,
            description = "What: ${COMPLETION-CANDIDATES}; the plural will do, too.")
    private ResourceType type = ResourceType.SUBSCRIBER;

    @Parameters(
            index = "1",
            paramLabel = "KEY",
            description = "Which: its id, IMSI, MSISDN, ICCID or name, or column=value.")
    private String key = "";

    @Option(
            names = {"-a", "--all"},
            description = "Show the columns without a value, too.")
    private boolean all;

    @Mixin
    private ShowOptions show = new ShowOptions();

    @Mixin
    private TargetOptions where = new TargetOptions();

    /** A command that prints to {@code console}. */
    public ShowCommand(Console console) {
        this.console = console;
    }

    /** Exit code 0 when it is there, 3 when not, 4 when several rows are meant. */
    @Override
    public Integer call() throws IOException {
        var columns = show.columns(type, type.columns());
        try (var target = where.open(show.secrets())) {
            return switch (new Finder(target).find(type, key)) {
                case Answer.Done done -> {
                    show.printer(console).one(type, done.row(), columns, all || show.areColumnsNamed());
                    yield ExitCode.OK;
                }
                case Answer.Refusal refusal -> new Reporter(console).refuse(refusal);
            };
        }
    }
}
