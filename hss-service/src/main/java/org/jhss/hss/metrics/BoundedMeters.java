// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.metrics;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Meters by a key that peers choose, such as their name or an IMSI's prefix. Their number is bounded: past the bound all further
 * keys share one meter, so that nobody can fill the memory of those who scrape.
 */
final class BoundedMeters<K, M> {

    private final int bound;
    private final Function<K, M> maker;
    private final K overflowKey;
    private final ConcurrentHashMap<K, M> meters = new ConcurrentHashMap<>();

    BoundedMeters(int bound, K overflowKey, Function<K, M> maker) {
        this.bound = bound;
        this.overflowKey = overflowKey;
        this.maker = maker;
    }

    M get(K key) {
        var known = meters.get(key);
        if (known != null) {
            return known;
        }
        return meters.computeIfAbsent(meters.size() < bound ? key : overflowKey, maker);
    }
}
