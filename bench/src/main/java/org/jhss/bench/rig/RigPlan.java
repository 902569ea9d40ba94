// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.rig;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jhss.bench.bulk.Population;

/** See {@link RigBuilder}, which describes each part. */
record RigPlan(
        DatabaseKind database,
        Population population,
        int hssServices,
        int diameterServices,
        boolean sentinel,
        Optional<Path> data,
        Map<String, Object> settings,
        Map<String, String> environment) {

    RigPlan {
        settings = Map.copyOf(settings);
        environment = Map.copyOf(environment);
    }
}
