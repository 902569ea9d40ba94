// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.reference;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Objects;
import org.jhss.store.database.Database;
import org.jhss.store.database.StoreException;

/**
 * The present {@link ReferenceData}. The first reader waits for it to be read; later ones never do: a snapshot older than a second
 * is renewed in the background, and kept if that fails. Another process's change is thus seen within two seconds of traffic.
 * Thread-safe.
 */
public final class ReferenceDataCache {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final String ONLY = "reference data";

    private final LoadingCache<String, ReferenceData> cache;

    public ReferenceDataCache(Database database) {
        var loader = new ReferenceDataLoader(database);
        this.cache = Caffeine.newBuilder().refreshAfterWrite(FRESH).build(key -> loader.load());
    }

    /**
     * The snapshot.
     *
     * @throws StoreException when it was never read and cannot be now
     */
    public ReferenceData get() {
        return Objects.requireNonNull(cache.get(ONLY));
    }

    /** Makes the next {@link #get} read anew, after a change by this process. */
    public void invalidate() {
        cache.invalidateAll();
    }
}
