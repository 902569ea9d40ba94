// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.v1;

import java.util.Set;
import org.jhss.provisioning.object.Query;
import org.jhss.provisioning.schema.ResourceType;

/** What a list's URL says: {@code column=value}, {@code column[operator]=value}, {@code sort=-column,column}. */
final class ListQuery {

    /** Parameters that are no columns. */
    private static final Set<String> RESERVED = Set.of("limit", "offset", "cursor", "sort", "total");

    private ListQuery() {}

    /** The conditions and the order that {@code parameters} say. */
    static Query of(ResourceType type, org.jhss.api.route.Query parameters) {
        var query = Query.of(type);
        parameters.values().forEach((name, values) -> {
            if (!RESERVED.contains(name)) {
                values.forEach(value -> add(query, name, value));
            }
        });
        parameters.first("sort").ifPresent(query::orderBy);
        return query;
    }

    private static void add(Query query, String name, String value) {
        int bracket = name.indexOf('[');
        if (bracket > 0 && name.endsWith("]")) {
            query.where(name.substring(0, bracket), name.substring(bracket + 1, name.length() - 1), value);
        } else {
            query.where(name, "eq", value);
        }
    }
}
