// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.directory;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.jhss.diameter.dictionary.Application;
import org.jhss.diameter.message.ResultCode;
import org.jhss.identity.PeerHost;
import org.jhss.peer.base.DisconnectCause;
import org.jhss.peer.connection.CloseReason;
import org.jhss.peer.connection.Connection;
import org.jhss.peer.fsm.Election;
import org.jhss.peer.fsm.PeerAction;
import org.jhss.peer.fsm.PeerEvent;
import org.jhss.peer.fsm.PeerState;
import org.jhss.peer.fsm.PeerStateMachine;
import org.jhss.peer.fsm.Watchdog;
import org.jhss.peer.policy.PeerTerms;
import org.jhss.peer.policy.RateLimit;
import org.jspecify.annotations.Nullable;

/**
 * One peer, known by its Origin-Host, with its at most two connections and its state (RFC 6733 5.6). Thread-safe by its own lock, under which
 * connections are only given commands that they carry out later.
 *
 * <p>There is one connection for one Origin-Host (RFC 6733 2.1). While it is open and another one comes, the open one is asked for a
 * sign of life: if it answers, the new one is refused with 5012 as freeDiameter does; if it is silent, the new one takes its place. So
 * neither can a stranger push a peer out, nor is one locked out that crashed and came back.
 */
final class Peer {

    private final PeerHost host;
    private final PeerHost own;
    private final Optional<OutgoingPeer> outgoing;
    private final PeerObserver observer;
    private final ArrayDeque<PeerEvent> raised = new ArrayDeque<>();
    private final Watchdog outgoingWatchdog = new Watchdog();
    private PeerState state = PeerState.CLOSED;
    private @Nullable Connection initiated;
    private @Nullable Connection responded;
    private List<Application> initiatedApplications = List.of();
    private Agreement respondedAgreement = Agreement.NONE;
    private @Nullable Connection waiting;
    private Agreement waitingAgreement = Agreement.NONE;
    private CloseReason why = CloseReason.PEER_CLOSED;
    private DisconnectCause cause = DisconnectCause.REBOOTING;
    private @Nullable RateLimit limit;

    Peer(PeerHost host, PeerHost own, Optional<OutgoingPeer> outgoing, PeerObserver observer) {
        this.host = host;
        this.own = own;
        this.outgoing = outgoing;
        this.observer = observer;
    }

    PeerHost host() {
        return host;
    }

    Optional<OutgoingPeer> outgoing() {
        return outgoing;
    }

    synchronized PeerState state() {
        return state;
    }

    /** The connection that messages may go by. */
    synchronized Optional<Connection> open() {
        return switch (state) {
            case R_OPEN -> Optional.ofNullable(responded);
            case I_OPEN -> Optional.ofNullable(initiated);
            default -> Optional.empty();
        };
    }

    /** Why its last connection ended, by the peer's word; told once, since it concerns the next attempt and not those after it. */
    synchronized DisconnectCause takeCause() {
        var last = cause;
        cause = DisconnectCause.REBOOTING;
        return last;
    }

    /** The bound on the peer's requests, the same for all of its connections, so that to connect anew wins nothing. */
    synchronized Optional<RateLimit> limit(PeerTerms terms) {
        if (limit == null && terms.rate().isPresent()) {
            limit = new RateLimit(terms.rate().get(), System.nanoTime());
        }
        return Optional.ofNullable(limit);
    }

    // --- what happens ---

    synchronized void start() {
        handle(PeerEvent.START);
    }

    synchronized void stop() {
        if (waiting != null) {
            waiting.refuse(ResultCode.UNABLE_TO_COMPLY, "this node stops");
            waiting = null;
        }
        why = CloseReason.STOPPED;
        handle(PeerEvent.STOP);
    }

    synchronized void connected(Connection connection) {
        if (state == PeerState.WAIT_CONN_ACK || state == PeerState.WAIT_CONN_ACK_ELECT) {
            initiated = connection;
            handle(PeerEvent.I_RCV_CONN_ACK);
        } else {
            connection.close(CloseReason.REPLACED);
        }
    }

    synchronized void notConnected() {
        handle(PeerEvent.I_RCV_CONN_NACK);
    }

    /** A CER that the policy accepts came by a connection of the peer's. */
    synchronized void requested(Connection connection, Agreement agreement) {
        if (waiting != null) {
            refuse(connection);
            return;
        }
        waiting = connection;
        waitingAgreement = agreement;
        handle(PeerEvent.R_CONN_CER);
    }

    synchronized void answered(Connection connection, List<Application> applications) {
        if (connection.equals(initiated)) {
            initiatedApplications = applications;
            handle(PeerEvent.I_RCV_CEA);
        }
    }

    synchronized void failed(Connection connection) {
        if (connection.equals(initiated)) {
            handle(PeerEvent.I_RCV_NON_CEA);
        }
    }

    synchronized void disconnectRequested(Connection connection, DisconnectCause theirCause) {
        cause = theirCause;
        why = CloseReason.DISCONNECTED;
        handle(connection, PeerEvent.I_RCV_DPR, PeerEvent.R_RCV_DPR);
    }

    synchronized void disconnectAnswered(Connection connection) {
        why = CloseReason.DISCONNECTED;
        handle(connection, PeerEvent.I_RCV_DPA, PeerEvent.R_RCV_DPA);
    }

    synchronized void probed(Connection connection, boolean alive) {
        if (waiting == null) {
            return;
        }
        if (alive) {
            refuse(waiting);
            waiting = null;
        } else {
            handle(connection, PeerEvent.I_PROBE_FAILED, PeerEvent.R_PROBE_FAILED);
        }
    }

    synchronized void closed(Connection connection, CloseReason reason) {
        if (connection.equals(waiting)) {
            waiting = null;
            return;
        }
        if (connection.equals(initiated) || connection.equals(responded)) {
            why = reason;
        }
        handle(connection, PeerEvent.I_PEER_DISC, PeerEvent.R_PEER_DISC);
    }

    // --- the machine ---

    private void handle(Connection connection, PeerEvent ifInitiated, PeerEvent ifResponded) {
        if (connection.equals(initiated)) {
            handle(ifInitiated);
        } else if (connection.equals(responded)) {
            handle(ifResponded);
        }
    }

    private void handle(PeerEvent event) {
        raised.add(event);
        if (raised.size() > 1) {
            return;
        }
        while (!raised.isEmpty()) {
            step(raised.getFirst());
            raised.removeFirst();
        }
        if (state == PeerState.CLOSED && waiting != null) {
            handle(PeerEvent.R_CONN_CER);
        }
    }

    private void step(PeerEvent event) {
        var transition = PeerStateMachine.transition(state, event);
        if (transition.isEmpty()) {
            return;
        }
        var before = state;
        state = transition.get().next();
        for (var action : transition.get().actions()) {
            perform(action);
        }
        report(before, event);
    }

    private void report(PeerState before, PeerEvent event) {
        boolean replaced = event == PeerEvent.I_PROBE_FAILED || event == PeerEvent.R_PROBE_FAILED;
        boolean opened = state.isOpen() && (replaced || !before.isOpen());
        if (opened) {
            cause = DisconnectCause.REBOOTING;
            open().ifPresent(connection -> observer.opened(
                    this, connection, state == PeerState.I_OPEN ? initiatedApplications : respondedAgreement.common()));
        } else if (before.isOpen() && !state.isOpen()) {
            observer.left(this, why);
        }
        if (opened || before != state) {
            observer.changed(this, state);
        }
    }

    private void perform(PeerAction action) {
        switch (action) {
            case I_SND_CONN_REQ -> observer.connect(this);
            case I_SND_CER ->
                with(
                        initiated,
                        c -> c.requestCapabilities(
                                outgoing.map(OutgoingPeer::applications).orElse(List.of())));
            case R_ACCEPT -> {
                responded = waiting;
                respondedAgreement = waitingAgreement;
                waiting = null;
            }
            case R_REJECT -> {
                with(waiting, this::refuse);
                waiting = null;
            }
            case PROBE -> with(state == PeerState.I_OPEN ? initiated : responded, Connection::probe);
            case R_SND_CEA -> with(responded, c -> c.accept(respondedAgreement.offered(), new Watchdog()));
            case PROCESS_CEA -> with(initiated, c -> c.openInitiated(outgoingWatchdog));
            case ELECT -> {
                if (Election.isWonBy(own, host)) {
                    raised.add(PeerEvent.WIN_ELECTION);
                }
            }
            case I_DISC -> {
                with(initiated, c -> c.close(closeReason()));
                initiated = null;
            }
            case R_DISC -> {
                with(responded, c -> c.close(closeReason()));
                responded = null;
            }
            case I_SND_DPR -> with(initiated, c -> c.disconnect(DisconnectCause.REBOOTING));
            case R_SND_DPR -> with(responded, c -> c.disconnect(DisconnectCause.REBOOTING));
            case I_SND_DPA -> with(initiated, Connection::answerDisconnect);
            case R_SND_DPA -> with(responded, Connection::answerDisconnect);
            case CLEANUP -> {
                perform(PeerAction.I_DISC);
                perform(PeerAction.R_DISC);
            }
        }
    }

    private CloseReason closeReason() {
        return state.isOpen() ? CloseReason.REPLACED : why;
    }

    private void refuse(Connection connection) {
        connection.refuse(ResultCode.UNABLE_TO_COMPLY, "another connection of this Origin-Host is open and alive");
    }

    private static void with(@Nullable Connection connection, java.util.function.Consumer<Connection> command) {
        if (connection != null) {
            command.accept(connection);
        }
    }
}
