// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.repository;

import java.util.List;
import org.hibernate.StatelessSession;
import org.jhss.store.entity.EirRow;

/** Rules of the equipment identity register. */
public final class EquipmentRules extends Repository<EirRow> {

    EquipmentRules(StatelessSession session) {
        super(session, EirRow.class, "eirId");
    }

    /** Rules that name exactly this IMEI or expression. */
    public List<EirRow> findByImei(String imei) {
        return findBy("imei", imei);
    }
}
