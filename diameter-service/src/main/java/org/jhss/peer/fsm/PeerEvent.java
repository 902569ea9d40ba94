// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.fsm;

/** The events of RFC 6733 5.6.2 that move a peer between states; messages in an open state do not and never get here. */
public enum PeerEvent {
    /** We are to connect. */
    START,
    /** The peer connected and its CER was found acceptable. */
    R_CONN_CER,
    /** Our connection is up. */
    I_RCV_CONN_ACK,
    /** Our connection could not be set up. */
    I_RCV_CONN_NACK,
    /** A CEA of success came. */
    I_RCV_CEA,
    /** Something else than a CEA of success came. */
    I_RCV_NON_CEA,
    /** Our connection was closed. */
    I_PEER_DISC,
    /** The peer's connection was closed. */
    R_PEER_DISC,
    I_RCV_DPR,
    R_RCV_DPR,
    I_RCV_DPA,
    R_RCV_DPA,
    /** We won the election (5.6.4). */
    WIN_ELECTION,
    /** The peer's open connection did not answer our probe: it is dead and a new one waits. */
    R_PROBE_FAILED,
    /** Our open connection did not answer our probe: it is dead and the peer's own waits. */
    I_PROBE_FAILED,
    /** We are to disconnect. */
    STOP
}
