// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.dictionary;

import java.util.Arrays;
import java.util.List;

/**
 * The AVPs that a command or a Grouped AVP may hold. Filled once by the loader, since grammars refer to each other
 * (Failed-AVP holds any AVP, itself included), and unchanging after that.
 */
public final class Grammar {

    /** The grammar of what is not grouped, or grouped with no member list. */
    static final Grammar ANYTHING = new Grammar();

    private static final int NONE = -1;
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private List<AvpRule> rules = List.of();
    private boolean open = true;
    private long[] slotKeys = new long[1];
    private int[] slotRules = {NONE};

    /** The rules in the order of the specification, without the catch-all {@code *[ AVP ]}. */
    public List<AvpRule> rules() {
        return rules;
    }

    /** Whether the grammar has the catch-all {@code *[ AVP ]}. */
    public boolean isOpen() {
        return open;
    }

    /** Whether there are no rules at all. */
    public boolean isAnything() {
        return rules.isEmpty();
    }

    /** The index in {@link #rules()} of the rule for {@link AvpDefinition#key()}, or -1. Makes no garbage. */
    public int indexOf(long key) {
        int mask = slotKeys.length - 1;
        int slot = spread(key) & mask;
        while (slotRules[slot] != NONE && slotKeys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slotRules[slot];
    }

    void define(List<AvpRule> newRules, boolean catchAll) {
        rules = List.copyOf(newRules);
        open = catchAll;
        int size = Integer.highestOneBit(Math.max(1, rules.size())) * 4;
        slotKeys = new long[size];
        slotRules = new int[size];
        Arrays.fill(slotRules, NONE);
        for (int i = 0; i < rules.size(); i++) {
            long key = rules.get(i).avp().key();
            if (indexOf(key) != NONE) {
                throw new DictionaryException(rules.get(i).avp() + " has two rules in one grammar");
            }
            int slot = spread(key) & (size - 1);
            while (slotRules[slot] != NONE) {
                slot = (slot + 1) & (size - 1);
            }
            slotKeys[slot] = key;
            slotRules[slot] = i;
        }
    }

    private static int spread(long key) {
        return (int) ((key * SPREAD) >>> Integer.SIZE);
    }
}
