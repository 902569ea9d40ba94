// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.fsm;

import java.util.List;

/**
 * What an event does in a state.
 *
 * @param actions what is to be done, in order
 * @param next the state afterwards; already entered when the actions are carried out
 */
public record Transition(List<PeerAction> actions, PeerState next) {

    static Transition to(PeerState next, PeerAction... actions) {
        return new Transition(List.of(actions), next);
    }
}
