// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.location;

import java.util.Optional;
import org.jhss.diameter.dictionary.AvpDefinition;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.Avp;

/** User-State (TS 29.272 7.3.114), in the order of its numbers. */
public enum UserState {
    DETACHED,
    ATTACHED_NOT_REACHABLE_FOR_PAGING,
    ATTACHED_REACHABLE_FOR_PAGING,
    CONNECTED_NOT_REACHABLE_FOR_PAGING,
    CONNECTED_REACHABLE_FOR_PAGING,
    RESERVED;

    /**
     * The state that one kind of node reports in EPS-User-State (7.3.110).
     *
     * @param epsUserState the group, or an absent AVP
     * @param node MME-User-State or SGSN-User-State
     */
    public static Optional<UserState> in(Avp epsUserState, AvpDefinition node) {
        int value = epsUserState.find(node).enumerated(S6a.USER_STATE, -1);
        return value >= 0 && value < values().length ? Optional.of(values()[value]) : Optional.empty();
    }
}
