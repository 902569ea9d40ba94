// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.route;

import java.util.Optional;

/**
 * A client before it is known who it is.
 *
 * @param address its IP address
 * @param method the method as sent, so that HEAD can be told from GET
 * @param provisioningKey header {@code Provisioning-Key}
 * @param authorization header {@code Authorization}
 * @param requestId names the request in answers and logs
 */
public record Visitor(
        String address,
        String method,
        Optional<String> provisioningKey,
        Optional<String> authorization,
        String requestId) {

    /** Says nothing of keys and tokens. */
    @Override
    public String toString() {
        return method + " from " + address + " (" + requestId + ")";
    }
}
