// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.oam;

import java.util.ArrayList;
import java.util.List;
import org.jhss.api.network.Facilities;
import org.jhss.api.route.Endpoint;

/** Operation and maintenance. */
public final class OamEndpoints {

    static final String TAG = "oam";

    private OamEndpoints() {}

    /** All of them. */
    public static List<Endpoint> of(Facilities facilities) {
        List<Endpoint> all = new ArrayList<>();
        all.addAll(new HealthEndpoints(facilities).all());
        all.addAll(new PeerEndpoints(facilities).all());
        all.addAll(new DeregisterEndpoints(facilities).all());
        all.addAll(new ServedEndpoints(facilities).all());
        all.addAll(new ReconcileEndpoints(facilities).all());
        all.addAll(new RollbackEndpoints(facilities).all());
        all.add(VersionEndpoint.of(facilities.config().api().sourceUrl()));
        return all;
    }
}
