// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.history;

import java.time.Instant;
import java.util.List;
import org.jhss.store.change.Change;
import org.jhss.store.change.NodeResult;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Changes that the network hears of, as the REST interface tells them. */
public final class ChangesJson {

    private ChangesJson() {}

    /** {@code change} with those of {@code results} that are its own. */
    public static ObjectNode of(Change change, List<NodeResult> results) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("change_id", change.id())
                .put("created", change.created().toString())
                .put("kind", change.kind().name())
                .put("imsi", change.imsi().orElse(null))
                .put("operation_id", change.operationId().orElse(null))
                .put("state", change.state().label())
                .put("attempts", change.attempts())
                .put("finished", change.finished().map(Instant::toString).orElse(null));
        var nodes = json.putArray("results");
        results.stream()
                .filter(result -> result.changeId() == change.id())
                .forEach(result -> nodes.addObject()
                        .put("host", result.node().host())
                        .put("command", result.command())
                        .put("imsi", result.imsi())
                        .put("success", result.success())
                        .put("result", result.result())
                        .put("attempt", result.attempt())
                        .put("at", result.at().toString())
                        .put("milliseconds", result.duration().toMillis()));
        return json;
    }
}
