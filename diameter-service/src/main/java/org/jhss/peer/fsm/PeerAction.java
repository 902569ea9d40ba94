// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.fsm;

/** The actions of RFC 6733 5.6.3 as far as a transition calls for them. They are carried out in the order of the table. */
public enum PeerAction {
    /** Set up a connection to the peer. */
    I_SND_CONN_REQ,
    /** Send a CER on our connection. */
    I_SND_CER,
    /** Keep the incoming connection as the peer's R connection; its CER was processed before the event. */
    R_ACCEPT,
    /** Close the incoming connection after a CEA that says why. */
    R_REJECT,
    /**
     * Hold the incoming connection and send a DWR on the open one: RFC 6733 rejects the new connection, which would lock out a
     * peer that crashed until TCP or the watchdog notices the dead one.
     */
    PROBE,
    /** Send the CEA of success on the R connection, which opens it. */
    R_SND_CEA,
    /** Take what the peer offered in its CEA, which opens the I connection. */
    PROCESS_CEA,
    /** Compare the identities (5.6.4) and raise {@link PeerEvent#WIN_ELECTION} if ours is the greater. */
    ELECT,
    I_DISC,
    R_DISC,
    I_SND_DPR,
    R_SND_DPR,
    I_SND_DPA,
    R_SND_DPA,
    /** Close whatever connection there is. */
    CLEANUP
}
