// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.work;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jhss.identity.Imei;
import org.jhss.identity.Imsi;
import org.jhss.store.table.TableTransaction;

/** What another site has seen of a subscriber's device, recorded as an equipment check of this site is. */
public final class ReplicatedSighting {

    private ReplicatedSighting() {}

    /**
     * Records the pair within {@code transaction}.
     *
     * @param spellings of the IMEI in rows that PyHSS may have written
     * @param status Equipment-Status that was answered
     */
    public static Sighting record(
            UnitsOfWork units,
            TableTransaction transaction,
            Imsi imsi,
            Imei imei,
            Set<String> spellings,
            int status,
            Instant at) {
        var equipment = new Equipment(units.equipmentSql(), transaction.connection(), new Journal());
        equipment.prefetch(List.of(new Equipment.Check(imei, spellings, Optional.of(imsi))));
        var sighting = equipment.seen(imsi, imei, status, at);
        try {
            equipment.write();
        } catch (SQLException e) {
            throw units.translate("recording a device", e);
        }
        return sighting;
    }
}
