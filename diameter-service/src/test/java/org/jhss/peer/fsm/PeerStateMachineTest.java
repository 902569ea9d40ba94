// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.fsm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jhss.identity.PeerHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PeerStateMachineTest {

    /** The rows of RFC 6733 5.6, written down a second time, from the RFC. */
    @ParameterizedTest(name = "{0} on {1}: {2}, then {3}")
    @CsvSource({
        "CLOSED, START, I_SND_CONN_REQ, WAIT_CONN_ACK",
        "CLOSED, R_CONN_CER, R_ACCEPT R_SND_CEA, R_OPEN",
        "WAIT_CONN_ACK, I_RCV_CONN_ACK, I_SND_CER, WAIT_I_CEA",
        "WAIT_CONN_ACK, I_RCV_CONN_NACK, CLEANUP, CLOSED",
        "WAIT_CONN_ACK, R_CONN_CER, R_ACCEPT, WAIT_CONN_ACK_ELECT",
        "WAIT_I_CEA, I_RCV_CEA, PROCESS_CEA, I_OPEN",
        "WAIT_I_CEA, R_CONN_CER, R_ACCEPT ELECT, WAIT_RETURNS",
        "WAIT_I_CEA, I_PEER_DISC, I_DISC, CLOSED",
        "WAIT_I_CEA, I_RCV_NON_CEA, CLEANUP, CLOSED",
        "WAIT_CONN_ACK_ELECT, I_RCV_CONN_ACK, I_SND_CER ELECT, WAIT_RETURNS",
        "WAIT_CONN_ACK_ELECT, I_RCV_CONN_NACK, R_SND_CEA, R_OPEN",
        "WAIT_CONN_ACK_ELECT, R_PEER_DISC, R_DISC, WAIT_CONN_ACK",
        "WAIT_CONN_ACK_ELECT, R_CONN_CER, R_REJECT, WAIT_CONN_ACK_ELECT",
        "WAIT_RETURNS, WIN_ELECTION, I_DISC R_SND_CEA, R_OPEN",
        "WAIT_RETURNS, I_PEER_DISC, I_DISC R_SND_CEA, R_OPEN",
        "WAIT_RETURNS, I_RCV_CEA, R_DISC PROCESS_CEA, I_OPEN",
        "WAIT_RETURNS, R_PEER_DISC, R_DISC, WAIT_I_CEA",
        "WAIT_RETURNS, R_CONN_CER, R_REJECT, WAIT_RETURNS",
        "R_OPEN, STOP, R_SND_DPR, CLOSING",
        "R_OPEN, R_RCV_DPR, R_SND_DPA, CLOSING",
        "R_OPEN, R_PEER_DISC, R_DISC, CLOSED",
        "R_OPEN, R_CONN_CER, PROBE, R_OPEN",
        "I_OPEN, STOP, I_SND_DPR, CLOSING",
        "I_OPEN, I_RCV_DPR, I_SND_DPA, CLOSING",
        "I_OPEN, I_PEER_DISC, I_DISC, CLOSED",
        "I_OPEN, R_CONN_CER, PROBE, I_OPEN",
        "CLOSING, I_RCV_DPA, I_DISC, CLOSED",
        "CLOSING, R_RCV_DPA, R_DISC, CLOSED",
        "CLOSING, I_PEER_DISC, I_DISC, CLOSED",
        "CLOSING, R_PEER_DISC, R_DISC, CLOSED"
    })
    void keepsToTheTable(PeerState state, PeerEvent event, String actions, PeerState next) {
        var wanted =
                List.of(actions.split(" ")).stream().map(PeerAction::valueOf).toList();
        assertThat(PeerStateMachine.transition(state, event)).hasValue(new Transition(wanted, next));
    }

    @ParameterizedTest
    @EnumSource(PeerState.class)
    void everyStateEndsWhenItsConnectionsDo(PeerState state) {
        var end = state;
        for (var event : List.of(PeerEvent.I_RCV_CONN_NACK, PeerEvent.I_PEER_DISC, PeerEvent.R_PEER_DISC)) {
            end = PeerStateMachine.transition(end, event).map(Transition::next).orElse(end);
        }
        assertThat(end).isEqualTo(PeerState.CLOSED);
    }

    @ParameterizedTest
    @EnumSource(PeerState.class)
    void newConnectionOfThePeerIsNeverIgnored(PeerState state) {
        assertThat(PeerStateMachine.transition(state, PeerEvent.R_CONN_CER)).isPresent();
    }

    @Test
    void silentOpenConnectionGivesItsPlaceToTheNewOne() {
        assertThat(PeerStateMachine.transition(PeerState.I_OPEN, PeerEvent.I_PROBE_FAILED))
                .hasValue(
                        Transition.to(PeerState.R_OPEN, PeerAction.I_DISC, PeerAction.R_ACCEPT, PeerAction.R_SND_CEA));
        assertThat(PeerStateMachine.transition(PeerState.R_OPEN, PeerEvent.I_PROBE_FAILED))
                .isEqualTo(Optional.empty());
    }

    @Test
    void electionComparesNamesWithoutCase() {
        var b = new PeerHost("b.example.org");
        assertThat(Election.isWonBy(b, new PeerHost("A.example.org"))).isTrue();
        assertThat(Election.isWonBy(b, new PeerHost("C.example.org"))).isFalse();
        assertThat(Election.isWonBy(b, new PeerHost("B.example.org"))).isFalse();
        assertThat(Election.isWonBy(new PeerHost("B.example.org"), new PeerHost("a.example.org")))
                .isTrue();
    }
}
