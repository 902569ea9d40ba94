// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.network;

import java.util.List;
import org.jhss.api.route.Schema;
import org.jhss.api.route.Schema.Property;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What became of a request to one node.
 *
 * @param node the kind of node, such as {@code mme}
 * @param host its Origin-Host
 * @param realm its realm, or ""
 * @param success whether it has agreed
 * @param result the result code's name, or {@code NO_PEER}, {@code TIMEOUT}, {@code DISCONNECTED}, {@code FAILED}, {@code NOT_SERVED}
 * @param reason more, or ""
 */
public record NodeResult(String node, String host, String realm, boolean success, String result, String reason) {

    /** There is no connection to the node. */
    public static final String NO_PEER = "NO_PEER";

    private static final String FAILED = "FAILED";
    private static final int LONGEST_NAME = 255;

    /** The shape of {@link #toJson}. */
    public static final Schema.Fields SCHEMA = new Schema.Fields(
            "Node result",
            List.of(
                    Property.required("node", Schema.text(LONGEST_NAME), "Kind of node")
                            .example("mme"),
                    Property.required("host", Schema.text(LONGEST_NAME), "Origin-Host of the node")
                            .example("mme01.epc.mnc001.mcc001.3gppnetwork.org"),
                    Property.required("realm", Schema.text(LONGEST_NAME), "Its realm"),
                    Property.required("sent", new Schema.Flag(), "Whether a request has left for the node"),
                    Property.required("success", new Schema.Flag(), "Whether the node has agreed"),
                    Property.required(
                                    "result",
                                    Schema.text(LONGEST_NAME),
                                    "Name of the result code, or NO_PEER, TIMEOUT, DISCONNECTED, FAILED, NOT_SERVED")
                            .example("SUCCESS"),
                    Property.optional("reason", Schema.text(LONGEST_NAME), "More about a failure")));

    static NodeResult read(JsonNode json) {
        return new NodeResult(
                json.path("node").asString(""),
                json.path("host").asString(""),
                json.path("realm").asString(""),
                json.path("success").asBoolean(false),
                json.path("result").asString(FAILED),
                json.path("reason").asString(""));
    }

    /** Whether a request has left for the node, whatever the node said. */
    public boolean isSent() {
        return success || !(result.equals(NO_PEER) || result.equals(FAILED) || result.equals(HssCalls.NOT_SERVED));
    }

    /** As {@link #SCHEMA} describes. */
    public ObjectNode toJson() {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("node", node)
                .put("host", host)
                .put("realm", realm)
                .put("sent", isSent())
                .put("success", success)
                .put("result", result);
        if (!reason.isEmpty()) {
            json.put("reason", reason);
        }
        return json;
    }
}
