// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.network;

import java.util.ArrayList;
import java.util.List;
import org.jhss.api.error.Failure;
import org.jhss.api.error.Kind;
import org.jhss.platform.bus.calls.CallResult;
import org.jhss.platform.bus.frame.MessageStatus;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Requests to nodes that the hss service sends for us. Thread-safe. */
public final class HssCalls {

    /** The result of a request over an interface that no running hss service has. */
    public static final String NOT_SERVED = "NOT_SERVED";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** What became of a call. */
    public sealed interface Result {

        /** It was done; one result per node, none where there was nothing to do. */
        record Done(List<NodeResult> nodes) implements Result {

            /** Whether a request has left for any node. */
            public boolean isSent() {
                return nodes.stream().anyMatch(NodeResult::isSent);
            }
        }

        /** It was refused: the field does not do. */
        record Refused(String field, String message) implements Result {}

        /** No running hss service knows this call. */
        record NotServed() implements Result {}

        /** Nobody knows whether it was done ({@code timedOut}), or it was not. */
        record Away(boolean timedOut, String reason) implements Result {}
    }

    private final Backbone backbone;

    public HssCalls(Backbone backbone) {
        this.backbone = backbone;
    }

    /** {@code s6a.cancel-location}: the MME is to let the subscriber go and have it attach anew, or not. */
    public Result cancelLocation(String imsi, boolean reattach) {
        return call(
                "s6a.cancel-location",
                JSON.objectNode()
                        .put("imsi", imsi)
                        .put("type", "subscription-withdrawal")
                        .put("node", "mme")
                        .put("reattach", reattach));
    }

    /** Does a call and waits for its end. */
    public Result call(String name, ObjectNode arguments) {
        return switch (backbone.call(name, arguments)) {
            case CallResult.Answer(var body) -> {
                var error = body.path("error");
                if (error.isObject()) {
                    yield new Result.Refused(
                            error.path("field").asString(""),
                            error.path("message").asString(""));
                }
                var nodes = new ArrayList<NodeResult>();
                body.path("results").values().forEach(node -> nodes.add(NodeResult.read(node)));
                yield new Result.Done(List.copyOf(nodes));
            }
            case CallResult.Failure failure
            when failure.status() == MessageStatus.UNKNOWN_CALL -> new Result.NotServed();
            case CallResult.Failure failure ->
                new Result.Away(failure.status() == MessageStatus.TIMEOUT, failure.reason());
        };
    }

    /**
     * The failure that a call is which was not done.
     *
     * @param what the interface, such as {@code Gx}
     */
    public static Failure failure(Result result, String what) {
        return switch (result) {
            case Result.Done _ -> Failure.of(Kind.INTERNAL, "nothing failed");
            case Result.Refused(var field, var message) -> Failure.of(Kind.INVALID, field, "refused", message);
            case Result.NotServed _ ->
                Failure.of(Kind.UNAVAILABLE, "no running hss service serves " + what + "; nothing was sent");
            case Result.Away(var timedOut, var reason) ->
                timedOut
                        ? Failure.of(Kind.TIMED_OUT, "the hss service has not answered in time; it may yet act")
                        : Failure.of(Kind.UNAVAILABLE, "the hss service cannot be asked: " + reason);
        };
    }
}
