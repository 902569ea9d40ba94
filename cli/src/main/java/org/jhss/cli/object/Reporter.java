// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.object;

import java.util.List;
import org.jhss.cli.output.Console;
import org.jhss.cli.output.Exit;
import org.jhss.cli.place.Answer;
import org.jhss.provisioning.object.FieldProblem;

/** Tells refusals and warnings, and which exit code they mean. */
final class Reporter {

    private final Console console;

    Reporter(Console console) {
        this.console = console;
    }

    /** Prints to the error output, a line for each problem. */
    int refuse(Answer.Refusal refusal) {
        return switch (refusal) {
            case Answer.Invalid(var problems) -> {
                problems.forEach(problem -> console.error(text(problem)));
                yield Exit.REJECTED;
            }
            case Answer.NotFound(var message) -> {
                console.error(message);
                yield Exit.REJECTED;
            }
            case Answer.Conflict(var message) -> {
                console.error(message);
                yield Exit.CONFLICT;
            }
        };
    }

    void warn(List<FieldProblem> warnings) {
        warnings.forEach(warning -> console.error("warning: " + text(warning)));
    }

    private static String text(FieldProblem problem) {
        return (problem.field().isEmpty() ? "" : problem.field() + ": ") + problem.message();
    }
}
