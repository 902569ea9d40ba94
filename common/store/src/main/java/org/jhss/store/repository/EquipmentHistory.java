// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.repository;

import java.util.Optional;
import org.hibernate.StatelessSession;
import org.jhss.store.entity.EirHistoryRow;

/** Which subscriber was seen in which device. */
public final class EquipmentHistory extends Repository<EirHistoryRow> {

    EquipmentHistory(StatelessSession session) {
        super(session, EirHistoryRow.class, "imsiImeiHistoryId");
    }

    /** The entry of a pair, {@code <imsi>,<imei>}. */
    public Optional<EirHistoryRow> findByPair(String imsiImei) {
        return firstBy("imsiImei", imsiImei);
    }
}
