// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.fsm;

/** The states of RFC 3539 3.4.1. */
public enum WatchdogState {
    /** Not connected yet. */
    INITIAL,
    OKAY,
    /** A DWR went unanswered for a whole Tw. */
    SUSPECT,
    /** Given up, closed. */
    DOWN,
    /** Open again after it had been given up; must answer three DWRs to be trusted. */
    REOPEN
}
