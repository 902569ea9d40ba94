// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.overload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReductionTest {

    private final Reduction reduction = new Reduction();

    @Test
    void isWhatIsRefused() {
        reduction.intervalEnded(100, 900, false);
        assertThat(reduction.percentage()).isEqualTo(90);
    }

    @Test
    void aFewRefusedRequestsAreNotWorthAReport() {
        reduction.intervalEnded(999, 5, false);
        assertThat(reduction.percentage()).isZero();
    }

    @Test
    void addsWhatIsRefusedThoughPeersKeepSomeBack() {
        reduction.intervalEnded(500, 500, false);
        reduction.intervalEnded(500, 500, false);
        assertThat(reduction.percentage()).isEqualTo(75);
    }

    @Test
    void isNeverAll() {
        for (int i = 0; i < 20; i++) {
            reduction.intervalEnded(0, 1000, false);
        }
        assertThat(reduction.percentage()).isEqualTo(99);
    }

    @Test
    void goesBackSlowlyWhileThereIsAQueueAndFastWhenThereIsNone() {
        reduction.intervalEnded(100, 900, false);
        reduction.intervalEnded(100, 0, false);
        assertThat(reduction.percentage()).isEqualTo(89);
        for (int i = 0; i < 6; i++) {
            reduction.intervalEnded(10, 0, true);
        }
        assertThat(reduction.percentage()).isZero();
    }
}
