// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.dictionary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An unchanging open-addressing table with long keys: no boxing and no new Optional on look-up, unlike a map. */
final class LongTable<V> {

    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private final long[] keys;
    private final List<Optional<V>> values;
    private final int shift;

    LongTable(Map<Long, V> entries) {
        int bits = 64 - Long.numberOfLeadingZeros(Math.max(4, entries.size()) * 4L - 1);
        keys = new long[1 << bits];
        values = new ArrayList<>();
        shift = 64 - bits;
        for (int i = 0; i < keys.length; i++) {
            values.add(Optional.empty());
        }
        entries.forEach((key, value) -> {
            int slot = slot(key);
            keys[slot] = key;
            values.set(slot, Optional.of(value));
        });
    }

    Optional<V> get(long key) {
        return values.get(slot(key));
    }

    /** Where {@code key} is, or the free place where its search ends. */
    private int slot(long key) {
        int slot = (int) ((key * SPREAD) >>> shift);
        while (values.get(slot).isPresent() && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }
}
