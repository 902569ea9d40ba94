// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.plan;

import java.util.Optional;
import org.jhss.aka.AkaKey;

/** The keys that vectors are checked against. Called by several threads, once per checked answer: it should be quick. */
@FunctionalInterface
public interface KeySource {

    /** No keys: vectors are not checked. */
    KeySource NONE = index -> Optional.empty();

    /**
     * The key of the subscriber at that place of the range; empty to leave its vectors unchecked.
     *
     * @param index 0 to the range's count-1
     */
    Optional<AkaKey> keyOf(int index);

    /** One key for all. */
    static KeySource same(AkaKey key) {
        var present = Optional.of(key);
        return index -> present;
    }
}
