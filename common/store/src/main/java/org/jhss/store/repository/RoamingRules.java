// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.repository;

import org.hibernate.StatelessSession;
import org.jhss.store.entity.RoamingRuleRow;

/** Whether to allow roaming into a network. */
public final class RoamingRules extends Repository<RoamingRuleRow> {

    RoamingRules(StatelessSession session) {
        super(session, RoamingRuleRow.class, "roamingRuleId");
    }
}
