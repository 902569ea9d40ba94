// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api;

import java.util.ArrayList;
import java.util.List;
import org.jhss.api.equipment.EquipmentEndpoints;
import org.jhss.api.geored.GeoredEndpoints;
import org.jhss.api.network.Facilities;
import org.jhss.api.oam.OamEndpoints;
import org.jhss.api.pcrf.PcrfEndpoints;
import org.jhss.api.push.PushEndpoints;
import org.jhss.api.route.Endpoint;
import org.jhss.api.vectors.VectorEndpoints;

/** What can be done beyond creating, reading, changing and deleting objects. */
final class Operations {

    private Operations() {}

    static List<Endpoint> of(Facilities facilities) {
        List<Endpoint> all = new ArrayList<>();
        all.addAll(OamEndpoints.of(facilities));
        all.addAll(PcrfEndpoints.of(facilities));
        all.addAll(PushEndpoints.of(facilities));
        all.addAll(GeoredEndpoints.of(facilities));
        all.addAll(VectorEndpoints.of(facilities));
        all.addAll(EquipmentEndpoints.of(facilities));
        return all;
    }
}
