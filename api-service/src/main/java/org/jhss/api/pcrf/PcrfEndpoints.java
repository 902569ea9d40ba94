// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.pcrf;

import java.util.ArrayList;
import java.util.List;
import org.jhss.api.network.Facilities;
import org.jhss.api.route.Endpoint;
import org.jhss.api.route.EndpointBuilder;
import org.jhss.api.route.Method;
import org.jhss.api.route.Surface;

/** Operations under {@code /pcrf}, but for emergency subscribers, which are plain objects. */
public final class PcrfEndpoints {

    private PcrfEndpoints() {}

    /** All of them. */
    public static List<Endpoint> of(Facilities facilities) {
        List<Endpoint> all = new ArrayList<>();
        all.addAll(new RuleEndpoints(facilities).all());
        all.addAll(new SessionEndpoints(facilities).all());
        all.addAll(new ReattachEndpoints(facilities).all());
        return all;
    }

    static EndpointBuilder start(Method method, String path) {
        return Endpoint.of(Surface.PYHSS, method, path).tag("pcrf");
    }
}
