// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.docs;

import org.jhss.api.route.Role;
import tools.jackson.databind.node.ObjectNode;

/** How operations say what a caller must show. */
final class Security {

    static final String KEY = "ProvisioningKey";
    static final String BEARER = "Bearer";

    private Security() {}

    /** The key or a token; nothing for what is open to all. */
    static void either(ObjectNode operation, Role role) {
        var security = operation.putArray("security");
        if (role != Role.OPEN) {
            security.addObject().putArray(KEY);
            security.addObject().putArray(BEARER);
        }
    }
}
