// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.change;

import java.util.List;
import java.util.Set;
import org.jhss.hss.s6a.originated.Withdrawal;
import org.jhss.hss.s6a.subscription.SubscriptionPart;

/** What a node is to be told of a change. */
sealed interface Decision {

    /** The registration ends (TS 29.272 5.2.1.2: subscription withdrawal). */
    record Cancel(boolean reattach) implements Decision {}

    /**
     * The subscription is another one.
     *
     * @param withdrawals what is deleted, first
     * @param contextIds the APNs among it
     * @param parts what is inserted, after that
     */
    record Update(Set<Withdrawal> withdrawals, List<Integer> contextIds, Set<SubscriptionPart> parts)
            implements Decision {

        public Update {
            withdrawals = Set.copyOf(withdrawals);
            contextIds = List.copyOf(contextIds);
            parts = Set.copyOf(parts);
        }
    }

    /** Nothing. */
    Decision NONE = new Update(Set.of(), List.of(), Set.of());
}
