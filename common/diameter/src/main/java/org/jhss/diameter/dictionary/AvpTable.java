// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.dictionary;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** An open-addressing table from {@link AvpDefinition#key()} to definition: no boxing on look-up, unlike a map of Longs. */
final class AvpTable {

    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private final long[] keys;
    private final @Nullable AvpDefinition[] values;
    private final int shift;

    AvpTable(Collection<AvpDefinition> avps) {
        int bits = 64 - Long.numberOfLeadingZeros(Math.max(4, avps.size()) * 4L - 1);
        keys = new long[1 << bits];
        values = new AvpDefinition[1 << bits];
        shift = 64 - bits;
        for (var avp : avps) {
            int slot = slot(avp.key());
            keys[slot] = avp.key();
            values[slot] = avp;
        }
    }

    @Nullable
    AvpDefinition get(long key) {
        return values[slot(key)];
    }

    /** Where {@code key} is, or the free place where its search ends. */
    private int slot(long key) {
        int slot = (int) ((key * SPREAD) >>> shift);
        while (values[slot] != null && keys[slot] != key) {
            slot = (slot + 1) & (values.length - 1);
        }
        return slot;
    }
}
