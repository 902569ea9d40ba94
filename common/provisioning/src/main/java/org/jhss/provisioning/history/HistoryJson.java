// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.history;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Entries of the operation log as the REST interface tells them. */
public final class HistoryJson {

    private HistoryJson() {}

    /** With values before and after; those of secret columns are not there. */
    public static ObjectNode of(HistoryEntry entry) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("log_id", entry.logId())
                .put("operation_id", entry.operationId())
                .put("table", entry.type().table())
                .put("item_id", entry.itemId())
                .put("operation", entry.operation().name())
                .put("actor", entry.actor())
                .put("request_id", entry.requestId())
                .put("at", entry.at().toString());
        json.set("before", entry.before());
        json.set("after", entry.after());
        return json.put("undoes", entry.undoes().orElse(null))
                .put("undone_by", entry.undoneBy().orElse(null));
    }
}
