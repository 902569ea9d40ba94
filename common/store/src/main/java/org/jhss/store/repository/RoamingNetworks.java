// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.repository;

import org.hibernate.StatelessSession;
import org.jhss.store.entity.RoamingNetworkRow;

/** Networks to roam into. */
public final class RoamingNetworks extends Repository<RoamingNetworkRow> {

    RoamingNetworks(StatelessSession session) {
        super(session, RoamingNetworkRow.class, "roamingNetworkId");
    }
}
