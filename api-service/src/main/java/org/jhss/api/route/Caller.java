// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.route;

/**
 * Who asks.
 *
 * @param name for logs: {@code anonymous}, {@code provisioning-key} or a token's name
 * @param role what they may do
 * @param address the client's IP address
 */
public record Caller(String name, Role role, String address) {

    /** The name of who shows neither key nor token. */
    public static final String ANONYMOUS = "anonymous";
}
