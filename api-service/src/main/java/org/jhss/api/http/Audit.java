// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.http;

import java.util.List;
import org.jhss.api.error.Kind;
import org.jhss.api.route.Answer;
import org.jhss.api.route.Caller;
import org.jhss.api.route.Endpoint;
import org.jhss.api.route.Visitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tells logger {@code audit} of everything that changes something, and of wrong keys: who, what, how it ended. No bodies. */
final class Audit {

    private static final Logger LOG = LoggerFactory.getLogger("audit");

    /** A request that changes state, at its end. */
    void changed(Caller caller, Endpoint endpoint, String object, int status, String requestId) {
        LOG.atInfo()
                .addKeyValue("who", caller.name())
                .addKeyValue("address", caller.address())
                .addKeyValue("method", endpoint.method())
                .addKeyValue("path", endpoint.path())
                .addKeyValue("object", object)
                .addKeyValue("status", status)
                .addKeyValue("request", requestId)
                .log("change");
    }

    /** A request that was not let in. */
    void refused(Visitor visitor, Endpoint endpoint, Kind kind) {
        LOG.atWarn()
                .addKeyValue("address", visitor.address())
                .addKeyValue("method", visitor.method())
                .addKeyValue("path", endpoint.path())
                .addKeyValue("status", kind.status())
                .addKeyValue("request", visitor.requestId())
                .log("refused");
    }

    /** The ids in the path; for a create the new row's, which is the first of its columns. */
    static String object(List<String> pathValues, Answer answer) {
        if (!pathValues.isEmpty()) {
            return plain(String.join("/", pathValues));
        }
        if (answer instanceof Answer.Done done
                && done.content() instanceof Answer.Content.Tree tree
                && tree.value() instanceof ObjectNode row
                && !row.isEmpty()) {
            var first = row.values().iterator().next();
            return first.isNumber() ? first.asString() : "";
        }
        return "";
    }

    /** Without what would break a line of the log. */
    private static String plain(String text) {
        return text.chars().anyMatch(Character::isISOControl) ? text.replaceAll("\\p{Cntrl}", "?") : text;
    }
}
