// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.connection;

/** Where a transport connection is in its life. */
public enum ConnectionPhase {
    /** Up; CER or CEA is waited for. */
    EXCHANGING,
    /** The peer's CER is here and not answered yet; nothing more is read. */
    HELD,
    OPEN,
    /** DPR or DPA was sent. */
    CLOSING,
    CLOSED
}
