// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.location;

import java.util.Optional;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.Avp;

/**
 * Where an MME saw the subscriber (MME-Location-Information, TS 29.272 7.3.115).
 *
 * @param cell E-UTRAN-Cell-Global-Identity
 * @param trackingArea Tracking-Area-Identity
 */
public record MmeLocation(Optional<EutranCell> cell, Optional<Area> trackingArea, Observation observation) {

    static MmeLocation of(Avp group) {
        return new MmeLocation(
                EutranCell.decode(group.find(S6a.E_UTRAN_CELL_GLOBAL_IDENTITY)),
                Area.decode(group.find(S6a.TRACKING_AREA_IDENTITY), 0),
                Observation.of(group));
    }
}
