// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.docs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The headers of answers, in OpenAPI. */
final class Headers {

    private static final Map<String, String> DESCRIPTIONS = descriptions();
    private static final List<String> ALWAYS = List.of("X-Request-Id", "HSS");

    private Headers() {}

    /** All that any answer may have, for the document's components. */
    static ObjectNode all() {
        var node = JsonNodeFactory.instance.objectNode();
        DESCRIPTIONS.forEach((name, description) -> node.putObject(name)
                .put("description", description)
                .putObject("schema")
                .put("type", "string"));
        return node;
    }

    /** Those of every answer, and {@code more}. */
    static void refer(ObjectNode headers, List<String> more) {
        ALWAYS.forEach(name -> refer(headers, name));
        more.forEach(name -> refer(headers, name));
    }

    private static void refer(ObjectNode headers, String name) {
        if (DESCRIPTIONS.containsKey(name)) {
            headers.putObject(name).put("$ref", "#/components/headers/" + name);
        } else {
            headers.putObject(name).putObject("schema").put("type", "string");
        }
    }

    private static Map<String, String> descriptions() {
        var all = new LinkedHashMap<String, String>();
        all.put("X-Request-Id", "Names the request, in logs too; the client's own if it sent one");
        all.put("HSS", "Origin-Host of this HSS");
        all.put("ETag", "Version of the object, for If-Match and If-None-Match (RFC 9110 8.8.3)");
        all.put("Location", "Where the object is");
        all.put("Link", "Related pages or operations (RFC 8288)");
        all.put("X-Total-Count", "How many objects there are on all pages");
        all.put("Deprecation", "Since when the operation has been deprecated (RFC 9745)");
        all.put("Retry-After", "Seconds to wait (RFC 9110 10.2.3)");
        return all;
    }
}
