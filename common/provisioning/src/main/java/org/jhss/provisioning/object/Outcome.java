// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.object;

import java.util.List;
import java.util.Optional;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.provisioning.schema.ResourceType;

/** What became of a change. Nothing is stored unless {@link Done}. Holds neither secrets nor SQL. */
public sealed interface Outcome {

    /**
     * It is stored.
     *
     * @param row as stored, or as it was when it has been deleted; keys are not revealed
     * @param operationId what the log calls it; "" when nothing had to be changed
     * @param warnings what is odd about it
     */
    record Done(ResourceRow row, String operationId, List<FieldProblem> warnings) implements Outcome {
        public Done {
            warnings = List.copyOf(warnings);
        }

        /** The version of {@link #row}, for If-Match. */
        public String version() {
            return Versions.of(row);
        }
    }

    /** Fields break rules. */
    record Invalid(List<FieldProblem> problems) implements Outcome {
        public Invalid {
            problems = List.copyOf(problems);
        }

        static Invalid of(String field, String rule, String message) {
            return new Invalid(List.of(new FieldProblem(field, rule, message)));
        }
    }

    /** There is no such row. */
    record NotFound(ResourceType type, String key) implements Outcome {}

    /** Other rows stand in the way. */
    sealed interface Conflict extends Outcome {

        /** A sentence for people. */
        String message();
    }

    /**
     * Another row has the value already.
     *
     * @param fields that together are taken; empty when the other row is gone again, so that it is not known
     * @param owner key of the row that has it
     */
    record Duplicate(ResourceType type, List<String> fields, Optional<Integer> owner) implements Conflict {
        @Override
        public String message() {
            return (fields.isEmpty() ? "the row" : String.join(", ", fields)) + " is taken by another " + type.table()
                    + owner.map(key -> " (" + key + ")").orElse("");
        }
    }

    /** Rows refer to the one that was to be deleted. */
    record Referenced(ResourceType type, int key, List<Referrers> referrers) implements Conflict {
        public Referenced {
            referrers = List.copyOf(referrers);
        }

        @Override
        public String message() {
            var text = new StringBuilder(type.table()).append(' ').append(key).append(" is referred to by");
            var separator = " ";
            for (var some : referrers) {
                text.append(separator)
                        .append(some.count())
                        .append(" row(s) of ")
                        .append(some.type().table())
                        .append('.')
                        .append(some.column())
                        .append(" (")
                        .append(String.join(
                                ", ", some.keys().stream().map(String::valueOf).toList()))
                        .append(some.count() > some.keys().size() ? ", ...)" : ")");
                separator = ", ";
            }
            return text.toString();
        }
    }

    /**
     * Rows of one object that refer to another.
     *
     * @param keys some of them
     * @param count how many there are
     */
    record Referrers(ResourceType type, String column, List<Integer> keys, long count) {
        public Referrers {
            keys = List.copyOf(keys);
        }
    }

    /** The row has been changed since the caller read it. */
    record Stale(ResourceRow current) implements Outcome {

        /** The version that it has now. */
        public String version() {
            return Versions.of(current);
        }
    }
}
