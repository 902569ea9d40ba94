// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.fsm;

import static org.jhss.peer.fsm.PeerAction.*;
import static org.jhss.peer.fsm.PeerEvent.*;
import static org.jhss.peer.fsm.PeerState.*;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The transition table of RFC 6733 5.6. It holds no state of its own.
 *
 * <p>Two things differ from the RFC's table. An {@code R_CONN_CER} in an open state does not reject the new connection at once but
 * has the open one probed first ({@link PeerAction#PROBE}); only when the open one is found alive is the new one rejected, as
 * the RFC says. And a lost connection in {@code WAIT_RETURNS} falls back to the other one that the table names, which the RFC
 * gives only in prose for some cases. The RFC's Timeout has no row: a connection that waits in vain closes itself, which comes here as
 * what the RFC would have it do, a lost connection or an answer other than CEA.
 */
public final class PeerStateMachine {

    private static final Map<PeerState, Map<PeerEvent, Transition>> TABLE = new EnumMap<>(PeerState.class);

    static {
        on(CLOSED, START, Transition.to(WAIT_CONN_ACK, I_SND_CONN_REQ));
        on(CLOSED, R_CONN_CER, Transition.to(R_OPEN, R_ACCEPT, R_SND_CEA));

        on(WAIT_CONN_ACK, I_RCV_CONN_ACK, Transition.to(WAIT_I_CEA, I_SND_CER));
        on(WAIT_CONN_ACK, I_RCV_CONN_NACK, Transition.to(CLOSED, CLEANUP));
        on(WAIT_CONN_ACK, R_CONN_CER, Transition.to(WAIT_CONN_ACK_ELECT, R_ACCEPT));
        on(WAIT_CONN_ACK, STOP, Transition.to(CLOSED, CLEANUP));

        on(WAIT_I_CEA, I_RCV_CEA, Transition.to(I_OPEN, PROCESS_CEA));
        on(WAIT_I_CEA, R_CONN_CER, Transition.to(WAIT_RETURNS, R_ACCEPT, ELECT));
        on(WAIT_I_CEA, I_PEER_DISC, Transition.to(CLOSED, I_DISC));
        on(WAIT_I_CEA, I_RCV_NON_CEA, Transition.to(CLOSED, CLEANUP));
        on(WAIT_I_CEA, STOP, Transition.to(CLOSED, CLEANUP));

        on(WAIT_CONN_ACK_ELECT, I_RCV_CONN_ACK, Transition.to(WAIT_RETURNS, I_SND_CER, ELECT));
        on(WAIT_CONN_ACK_ELECT, I_RCV_CONN_NACK, Transition.to(R_OPEN, R_SND_CEA));
        on(WAIT_CONN_ACK_ELECT, R_PEER_DISC, Transition.to(WAIT_CONN_ACK, R_DISC));
        on(WAIT_CONN_ACK_ELECT, R_CONN_CER, Transition.to(WAIT_CONN_ACK_ELECT, R_REJECT));
        on(WAIT_CONN_ACK_ELECT, STOP, Transition.to(CLOSED, CLEANUP));

        on(WAIT_RETURNS, WIN_ELECTION, Transition.to(R_OPEN, I_DISC, R_SND_CEA));
        on(WAIT_RETURNS, I_PEER_DISC, Transition.to(R_OPEN, I_DISC, R_SND_CEA));
        on(WAIT_RETURNS, I_RCV_NON_CEA, Transition.to(R_OPEN, I_DISC, R_SND_CEA));
        on(WAIT_RETURNS, I_RCV_CEA, Transition.to(I_OPEN, R_DISC, PROCESS_CEA));
        on(WAIT_RETURNS, R_PEER_DISC, Transition.to(WAIT_I_CEA, R_DISC));
        on(WAIT_RETURNS, R_CONN_CER, Transition.to(WAIT_RETURNS, R_REJECT));
        on(WAIT_RETURNS, STOP, Transition.to(CLOSED, CLEANUP));

        on(R_OPEN, R_CONN_CER, Transition.to(R_OPEN, PROBE));
        on(R_OPEN, R_PROBE_FAILED, Transition.to(R_OPEN, R_DISC, R_ACCEPT, R_SND_CEA));
        on(R_OPEN, R_RCV_DPR, Transition.to(CLOSING, R_SND_DPA));
        on(R_OPEN, R_PEER_DISC, Transition.to(CLOSED, R_DISC));
        on(R_OPEN, STOP, Transition.to(CLOSING, R_SND_DPR));

        on(I_OPEN, R_CONN_CER, Transition.to(I_OPEN, PROBE));
        on(I_OPEN, I_PROBE_FAILED, Transition.to(R_OPEN, I_DISC, R_ACCEPT, R_SND_CEA));
        on(I_OPEN, I_RCV_DPR, Transition.to(CLOSING, I_SND_DPA));
        on(I_OPEN, I_PEER_DISC, Transition.to(CLOSED, I_DISC));
        on(I_OPEN, STOP, Transition.to(CLOSING, I_SND_DPR));

        on(CLOSING, I_RCV_DPA, Transition.to(CLOSED, I_DISC));
        on(CLOSING, R_RCV_DPA, Transition.to(CLOSED, R_DISC));
        // Both sides sent a DPR at once: each answers, neither waits for more than its own DPA.
        on(CLOSING, I_RCV_DPR, Transition.to(CLOSING, I_SND_DPA));
        on(CLOSING, R_RCV_DPR, Transition.to(CLOSING, R_SND_DPA));
        on(CLOSING, I_PEER_DISC, Transition.to(CLOSED, I_DISC));
        on(CLOSING, R_PEER_DISC, Transition.to(CLOSED, R_DISC));
        // The peer that restarts quickly is back before its old connection is gone.
        on(CLOSING, R_CONN_CER, Transition.to(R_OPEN, CLEANUP, R_ACCEPT, R_SND_CEA));
    }

    private PeerStateMachine() {}

    /** What {@code event} does in {@code state}; empty when it does nothing there. */
    public static Optional<Transition> transition(PeerState state, PeerEvent event) {
        var row = TABLE.get(state);
        return row == null ? Optional.empty() : Optional.ofNullable(row.get(event));
    }

    private static void on(PeerState state, PeerEvent event, Transition transition) {
        var previous = TABLE.computeIfAbsent(state, s -> new EnumMap<>(PeerEvent.class))
                .put(event, transition);
        if (previous != null) {
            throw new IllegalStateException("two transitions for " + event + " in " + state);
        }
    }
}
