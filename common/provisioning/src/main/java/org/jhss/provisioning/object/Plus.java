// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.object;

import org.jhss.provisioning.schema.Column;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** The plus sign before numbers, which PyHSS takes off wherever it is. */
final class Plus {

    private Plus() {}

    static JsonNode strip(Column column, JsonNode json) {
        return column.name().contains("msisdn") && json.isString()
                ? StringNode.valueOf(json.stringValue().replace("+", "").strip())
                : json;
    }
}
