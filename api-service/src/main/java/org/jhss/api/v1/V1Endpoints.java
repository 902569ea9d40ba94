// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.v1;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jhss.api.route.Endpoint;
import org.jhss.platform.config.ApiConfig;
import org.jhss.platform.lifecycle.HealthRecord;
import org.jhss.provisioning.object.Objects;
import org.jhss.store.Store;

/** All operations under {@code /v1}. */
public final class V1Endpoints {

    private V1Endpoints() {}

    /**
     * All of them.
     *
     * @param health how this process does
     */
    public static List<Endpoint> of(Objects objects, Store store, ApiConfig config, Supplier<HealthRecord> health) {
        var clock = Clock.systemUTC();
        var reads = new CollectionReads(objects, config.insecureAuc(), config.pageSize());
        var writes = new CollectionWrites(
                objects, reads, new Idempotency(store.keptAnswers(), clock), config.requireIfMatch());
        List<Endpoint> all = new ArrayList<>();
        for (var collection : Collection.ALL) {
            all.add(reads.list(collection));
            all.add(reads.read(collection));
            if (collection.writable()) {
                all.addAll(writes.all(collection));
            }
        }
        all.addAll(new OperationEndpoints(objects, config.pageSize()).all());
        all.addAll(new TokenEndpoints(store.apiTokens(), clock).all());
        all.addAll(new ChangeEndpoints(store.changeLog(), config.pageSize()).all());
        all.add(HealthEndpoint.of(health));
        return all;
    }
}
