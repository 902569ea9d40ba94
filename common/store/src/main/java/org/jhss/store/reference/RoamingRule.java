// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.reference;

import java.util.Optional;

/**
 * Whether roaming into a network is allowed ({@code roaming_rule} with its {@code roaming_network}).
 *
 * @param id primary key
 * @param network the network; empty when the rule points to none that exists
 * @param allow what the rule says
 * @param enabled false takes the rule out of use
 */
public record RoamingRule(int id, Optional<Network> network, boolean allow, boolean enabled) {

    /**
     * A network to roam into.
     *
     * @param mcc mobile country code as provisioned
     * @param mnc mobile network code as provisioned; "01" and "001" differ
     * @param preference smaller is preferred
     */
    public record Network(int id, String name, String mcc, String mnc, int preference) {}
}
