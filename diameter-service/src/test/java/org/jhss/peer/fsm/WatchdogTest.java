// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.fsm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.jhss.peer.fsm.Watchdog.Verdict;
import org.junit.jupiter.api.Test;

/** RFC 3539 3.4.1, row by row. */
class WatchdogTest {

    private final Watchdog watchdog = new Watchdog();

    @Test
    void connectionThatComesUpIsOkay() {
        assertThat(watchdog.state()).isEqualTo(WatchdogState.INITIAL);
        assertThat(watchdog.connectionUp()).isEqualTo(Verdict.SET_WATCHDOG);
        assertThat(watchdog.state()).isEqualTo(WatchdogState.OKAY);
    }

    @Test
    void silenceIsAskedThenSuspectThenClosed() {
        watchdog.connectionUp();
        assertThat(watchdog.expired()).isEqualTo(Verdict.SEND_WATCHDOG);
        assertThat(watchdog.state()).isEqualTo(WatchdogState.OKAY);
        assertThat(watchdog.expired()).isEqualTo(Verdict.SET_WATCHDOG);
        assertThat(watchdog.state()).isEqualTo(WatchdogState.SUSPECT);
        assertThat(watchdog.expired()).isEqualTo(Verdict.CLOSE);
        assertThat(watchdog.state()).isEqualTo(WatchdogState.DOWN);
    }

    @Test
    void anythingReceivedClearsSuspicion() {
        watchdog.connectionUp();
        watchdog.expired();
        watchdog.expired();
        assertThat(watchdog.receivedOther()).isEqualTo(Verdict.SET_WATCHDOG);
        assertThat(watchdog.state()).isEqualTo(WatchdogState.OKAY);
        assertThat(watchdog.isPending()).as("only a DWA answers the DWR").isTrue();
        assertThat(watchdog.receivedDwa()).isEqualTo(Verdict.SET_WATCHDOG);
        assertThat(watchdog.isPending()).isFalse();
    }

    @Test
    void reopenedConnectionIsTrustedAfterThreeAnswers() {
        watchdog.connectionUp();
        watchdog.connectionDown();
        assertThat(watchdog.state()).isEqualTo(WatchdogState.DOWN);
        assertThat(watchdog.connectionUp()).isEqualTo(Verdict.SEND_WATCHDOG);
        for (int i = 0; i < 2; i++) {
            assertThat(watchdog.receivedDwa()).isEqualTo(Verdict.NOTHING);
            assertThat(watchdog.receivedOther()).isEqualTo(Verdict.NOTHING);
            assertThat(watchdog.state()).isEqualTo(WatchdogState.REOPEN);
            assertThat(watchdog.expired()).isEqualTo(Verdict.SEND_WATCHDOG);
        }
        assertThat(watchdog.receivedDwa()).isEqualTo(Verdict.NOTHING);
        assertThat(watchdog.state()).isEqualTo(WatchdogState.OKAY);
    }

    @Test
    void reopenedConnectionThatStaysSilentIsClosed() {
        watchdog.connectionUp();
        watchdog.connectionDown();
        watchdog.connectionUp();
        assertThat(watchdog.expired()).isEqualTo(Verdict.SET_WATCHDOG);
        assertThat(watchdog.expired()).isEqualTo(Verdict.CLOSE);
        assertThat(watchdog.state()).isEqualTo(WatchdogState.DOWN);
        assertThat(watchdog.expired()).isEqualTo(Verdict.NOTHING);
    }

    @Test
    void jitterStaysWithinTwoSecondsAndIsNotAlwaysTheSame() {
        var timer = new WatchdogTimer(Duration.ofSeconds(30), new Random(1));
        var draws = new java.util.HashSet<Long>();
        for (int i = 0; i < 1000; i++) {
            long tw = timer.next();
            assertThat(Duration.ofNanos(tw)).isBetween(Duration.ofSeconds(28), Duration.ofSeconds(32));
            draws.add(tw);
        }
        assertThat(draws).hasSizeGreaterThan(900);
    }
}
