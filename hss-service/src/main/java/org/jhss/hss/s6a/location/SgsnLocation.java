// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.location;

import java.util.Optional;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.Avp;

/**
 * Where an SGSN saw the subscriber (SGSN-Location-Information, TS 29.272 7.3.116).
 *
 * @param cell Cell-Global-Identity
 * @param locationArea Location-Area-Identity
 * @param serviceArea Service-Area-Identity
 * @param routingArea Routing-Area-Identity
 */
public record SgsnLocation(
        Optional<Area> cell,
        Optional<Area> locationArea,
        Optional<Area> serviceArea,
        Optional<Area> routingArea,
        Observation observation) {

    static SgsnLocation of(Avp group) {
        return new SgsnLocation(
                Area.decode(group.find(S6a.CELL_GLOBAL_IDENTITY), Short.BYTES),
                Area.decode(group.find(S6a.LOCATION_AREA_IDENTITY), 0),
                Area.decode(group.find(S6a.SERVICE_AREA_IDENTITY), Short.BYTES),
                Area.decode(group.find(S6a.ROUTING_AREA_IDENTITY), Byte.BYTES),
                Observation.of(group));
    }
}
