// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.repository;

import org.hibernate.StatelessSession;
import org.jhss.store.entity.ChargingRuleRow;

/** Predefined charging rules. */
public final class ChargingRules extends Repository<ChargingRuleRow> {

    ChargingRules(StatelessSession session) {
        super(session, ChargingRuleRow.class, "chargingRuleId");
    }
}
