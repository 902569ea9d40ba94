// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import org.jhss.platform.config.schema.Key;
import org.jhss.platform.config.schema.KeyGroup;
import org.jhss.platform.config.schema.Types;
import org.jhss.platform.config.schema.Values;

/**
 * Which sequence numbers this site hands out (TS 33.102 C.1.1.1): SQN = SEQ ‖ IND.
 *
 * @param indBits bits of IND, at the low end of SQN
 * @param indFirst first IND of this site
 * @param indCount how many INDs this site has
 */
public record SqnConfig(int indBits, int indFirst, int indCount) {

    static final KeyGroup KEYS = new KeyGroup("hss.sqn", "Sequence numbers");

    private static final int MAX_BITS = 16;
    private static final Key<Integer> IND_BITS = KEYS.key(
            "ind_bits", Types.integer(0, MAX_BITS), "5", "Bits of IND at the low end of SQN, as the USIMs expect (5).");
    private static final Key<Integer> IND_FIRST = KEYS.key(
            "ind_first",
            Types.integer(0, (1 << MAX_BITS) - 1),
            "0",
            "First IND of this site. Sites that serve the same subscribers must have slices that do not overlap.");
    private static final Key<Integer> IND_COUNT = KEYS.optional(
            "ind_count",
            Types.integer(1, 1 << MAX_BITS),
            "How many INDs this site has. Default: all from ind_first (32 with the defaults).");

    static SqnConfig from(Values values) {
        int all = 1 << values.get(IND_BITS);
        int first = values.get(IND_FIRST);
        if (first >= all) {
            values.conflict(IND_FIRST, "must be below " + all + ", since hss.sqn.ind_bits is " + values.get(IND_BITS));
            first = 0;
        }
        int count = values.find(IND_COUNT).orElse(all - first);
        if (first + count > all) {
            values.conflict(
                    IND_COUNT,
                    "hss.sqn.ind_first " + first + " and ind_count " + count + " reach beyond the " + all + " INDs of "
                            + values.get(IND_BITS) + " bits");
        }
        return new SqnConfig(values.get(IND_BITS), first, count);
    }
}
