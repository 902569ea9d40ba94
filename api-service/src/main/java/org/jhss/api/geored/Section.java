// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.geored;

import java.util.List;
import org.jhss.api.error.Kind;
import org.jhss.api.error.Problem;
import org.jhss.api.network.RowChange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Part of a push, done when its trigger is there.
 *
 * @param trigger the field that begins it
 * @param mandatory fields that must be there too, null or not
 */
record Section(String trigger, List<String> mandatory, Work work) {

    /** What became of a section. */
    sealed interface Result {

        /**
         * It is done.
         *
         * @param says what the answer has for it
         */
        record Applied(JsonNode says) implements Result {}

        /** It is not, and so nothing of the push is. */
        record Rejected(Kind kind, List<Problem> problems) implements Result {}
    }

    /** Does the section. */
    @FunctionalInterface
    interface Work {
        Result apply(ObjectNode push, RowChange change);
    }

    static final Result APPLIED = new Result.Applied(JsonNodeFactory.instance.nullNode());

    static Result rejected(Kind kind, String field, String rule, String message) {
        return new Result.Rejected(kind, List.of(new Problem(field, rule, message)));
    }

    /** Writes {@code change}, unless something is wrong with it. */
    static Result write(Change change, Runnable write) {
        if (!change.problems().isEmpty()) {
            return new Result.Rejected(Kind.INVALID, change.problems());
        }
        write.run();
        return APPLIED;
    }

    /** Whether the field is there and not null. */
    static boolean isSet(ObjectNode push, String field) {
        var value = push.get(field);
        return value != null && !value.isNull();
    }

    /** A field as text; "" when it is null or missing. */
    static String text(ObjectNode push, String field) {
        var value = push.get(field);
        return value == null || value.isNull() ? "" : value.asString("");
    }
}
