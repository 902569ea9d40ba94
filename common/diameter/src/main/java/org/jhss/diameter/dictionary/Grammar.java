// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.dictionary;

import java.util.List;

/**
 * The AVPs that a command or a Grouped AVP may hold. Filled once by the loader, since grammars refer to each other
 * (Failed-AVP holds any AVP, itself included), and unchanging after that.
 */
public final class Grammar {

    /** The grammar of what is not grouped, or grouped with no member list. */
    static final Grammar ANYTHING = new Grammar();

    private List<AvpRule> rules = List.of();
    private boolean open = true;

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

    void define(List<AvpRule> newRules, boolean catchAll) {
        rules = List.copyOf(newRules);
        open = catchAll;
    }
}
