// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.place;

import java.util.List;
import org.jhss.provisioning.object.FieldProblem;
import tools.jackson.databind.node.ObjectNode;

/** What became of something that was asked of a {@link Target}. */
public sealed interface Answer {

    /**
     * It is done.
     *
     * @param row the row as it is, or as it was when it has been deleted
     * @param operationId what the log calls it; "" when nothing had to be changed
     * @param warnings what is odd about it
     */
    record Done(ObjectNode row, String operationId, List<FieldProblem> warnings) implements Answer {
        public Done {
            warnings = List.copyOf(warnings);
        }

        /** A row that was only read. */
        public static Done read(ObjectNode row) {
            return new Done(row, "", List.of());
        }
    }

    /** Not done; nothing has changed. */
    sealed interface Refusal extends Answer {}

    /** Fields break rules. */
    record Invalid(List<FieldProblem> problems) implements Refusal {
        public Invalid {
            problems = List.copyOf(problems);
        }

        /** One field breaks a rule. */
        public static Invalid of(String field, String rule, String message) {
            return new Invalid(List.of(new FieldProblem(field, rule, message)));
        }
    }

    /** There is no such thing. */
    record NotFound(String message) implements Refusal {}

    /** Other rows stand in the way. */
    record Conflict(String message) implements Refusal {}
}
