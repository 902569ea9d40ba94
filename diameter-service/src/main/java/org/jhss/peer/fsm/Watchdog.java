// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.fsm;

/**
 * The watchdog algorithm of RFC 3539 3.4.1 for one peer. It has no clock and no socket: its owner tells it of DWAs, other
 * messages and expiries of Tw, does what the {@link Verdict} says, and restarts Tw whenever the table says SetWatchdog.
 *
 * <p>"Throwaway" is not carried out: a request that comes by a connection in {@code REOPEN} is answered, since throwing it away
 * keeps a peer waiting that has nobody else to ask. "Failover" and "Failback" are not either: there is one connection to a peer.
 */
public final class Watchdog {

    /** The DWAs after which a reopened connection is trusted (RFC 3539 3.4.1: NumDWA). */
    private static final int TRUSTED_AFTER = 2;

    /** What the owner is to do. */
    public enum Verdict {
        NOTHING,
        /** Send a DWR and restart Tw. */
        SEND_WATCHDOG,
        /** Restart Tw. */
        SET_WATCHDOG,
        /** Close the connection. */
        CLOSE
    }

    private WatchdogState state = WatchdogState.INITIAL;
    private boolean pending;
    private int dwas;

    public WatchdogState state() {
        return state;
    }

    /** Whether a DWR is unanswered. */
    public boolean isPending() {
        return pending;
    }

    /** The connection opened: the capabilities exchange succeeded. */
    public Verdict connectionUp() {
        if (state == WatchdogState.DOWN) {
            state = WatchdogState.REOPEN;
            dwas = 0;
            pending = true;
            return Verdict.SEND_WATCHDOG;
        }
        state = WatchdogState.OKAY;
        pending = false;
        return Verdict.SET_WATCHDOG;
    }

    /** The connection is gone. */
    public void connectionDown() {
        if (state != WatchdogState.INITIAL) {
            state = WatchdogState.DOWN;
        }
        pending = false;
    }

    /** A DWA came. */
    public Verdict receivedDwa() {
        pending = false;
        return switch (state) {
            case OKAY, SUSPECT -> {
                state = WatchdogState.OKAY;
                yield Verdict.SET_WATCHDOG;
            }
            case REOPEN -> {
                if (dwas == TRUSTED_AFTER) {
                    state = WatchdogState.OKAY;
                }
                dwas++;
                yield Verdict.NOTHING;
            }
            case INITIAL, DOWN -> Verdict.NOTHING;
        };
    }

    /** Anything else than a DWA came. */
    public Verdict receivedOther() {
        return switch (state) {
            case OKAY, SUSPECT -> {
                state = WatchdogState.OKAY;
                yield Verdict.SET_WATCHDOG;
            }
            case REOPEN, INITIAL, DOWN -> Verdict.NOTHING;
        };
    }

    /** Tw ran out. */
    public Verdict expired() {
        return switch (state) {
            case OKAY -> {
                if (!pending) {
                    pending = true;
                    yield Verdict.SEND_WATCHDOG;
                }
                state = WatchdogState.SUSPECT;
                yield Verdict.SET_WATCHDOG;
            }
            case SUSPECT -> {
                state = WatchdogState.DOWN;
                yield Verdict.CLOSE;
            }
            case REOPEN -> {
                if (!pending) {
                    pending = true;
                    yield Verdict.SEND_WATCHDOG;
                }
                if (dwas < 0) {
                    state = WatchdogState.DOWN;
                    yield Verdict.CLOSE;
                }
                dwas = -1;
                yield Verdict.SET_WATCHDOG;
            }
            case INITIAL, DOWN -> Verdict.NOTHING;
        };
    }
}
