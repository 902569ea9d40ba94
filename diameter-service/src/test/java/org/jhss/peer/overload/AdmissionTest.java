// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.overload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The admission of requests, in virtual time. */
class AdmissionTest {

    private static final int CAPACITY = 20_000;
    private static final int NORMAL = MessagePriority.DEFAULT;
    private static final int URGENT = MessagePriority.HIGHEST;

    private final Admission admission = new Admission(settings(20_000, 64 << 20));
    private final SimulatedQueue queue = new SimulatedQueue(admission);

    private static OverloadSettings settings(int most, long octets) {
        return new OverloadSettings(most, octets, Duration.ofMillis(300), true);
    }

    @Test
    void whatCanBeAnsweredIsLetIn() {
        queue.run(5000, CAPACITY, CAPACITY * 9 / 10);
        assertThat(queue.refused(NORMAL)).isZero();
    }

    @Test
    void burstOfAMomentIsLetInWhenIdle() {
        for (int i = 0; i < AdmissionLimit.INITIAL; i++) {
            assertThat(admission.enter(NORMAL, SimulatedQueue.LENGTH)).isTrue();
        }
    }

    @ParameterizedTest(name = "{0} per second")
    @ValueSource(ints = {1_000, 20_000, 200_000})
    void tenTimesTheCapacityLeavesGoodputAndKeepsTheDelay(int capacity) {
        var wide = new Admission(settings(200_000, 1 << 30));
        var busy = new SimulatedQueue(wide);
        busy.run(10_000, capacity, capacity * 10);
        busy.forget();
        busy.run(5000, capacity, capacity * 10);
        assertThat(busy.answered(NORMAL)).isGreaterThan(5L * capacity * 98 / 100);
        assertThat(busy.refused(NORMAL)).isGreaterThan(5L * capacity * 88 / 10);
        assertThat(busy.longestWaitMillis()).isLessThan(600);
    }

    @Test
    void firstSecondOfOverloadLosesNoGoodput() {
        queue.run(2000, CAPACITY, CAPACITY / 10);
        queue.forget();
        queue.run(1000, CAPACITY, CAPACITY * 10);
        assertThat(queue.answered(NORMAL)).isGreaterThan(CAPACITY * 95L / 100);
    }

    @Test
    void capacityThatFallsToATenthIsFollowed() {
        queue.run(5000, CAPACITY, CAPACITY * 2);
        queue.run(5000, CAPACITY / 10, CAPACITY * 2);
        queue.forget();
        queue.run(2000, CAPACITY / 10, CAPACITY * 2);
        assertThat(queue.longestWaitMillis()).isLessThan(700);
        assertThat(queue.answered(NORMAL)).isGreaterThan(CAPACITY * 2L / 10 * 98 / 100);
    }

    @Test
    void capacityThatComesBackIsUsedWithinASecond() {
        queue.run(5000, CAPACITY / 10, CAPACITY * 2);
        queue.run(1000, CAPACITY, CAPACITY * 2);
        queue.forget();
        queue.run(1000, CAPACITY, CAPACITY * 2);
        assertThat(queue.answered(NORMAL)).isGreaterThan(CAPACITY * 95L / 100);
    }

    @Test
    void afterTheOverloadNothingIsRefusedWithinASecond() {
        queue.run(5000, CAPACITY, CAPACITY * 10);
        queue.run(1000, CAPACITY, CAPACITY / 2);
        queue.forget();
        queue.run(1000, CAPACITY, CAPACITY / 2);
        assertThat(queue.refused(NORMAL)).isZero();
        assertThat(queue.longestWaitMillis()).isLessThan(10);
    }

    @Test
    void pauseOfTheAnsweringSideDoesNotCutTheLimit() {
        queue.run(5000, CAPACITY, CAPACITY * 2);
        int before = admission.limit();
        queue.run(700, 0, CAPACITY * 2);
        queue.run(300, CAPACITY, CAPACITY * 2);
        assertThat(admission.limit()).isGreaterThan(before / 2);
    }

    @Test
    void highestPriorityGoesThroughWhileTheDefaultIsRefused() {
        queue.run(2000, CAPACITY, CAPACITY * 10);
        queue.forget();
        queue.run(5000, CAPACITY, CAPACITY * 10, CAPACITY / 2);
        assertThat(queue.refused(URGENT)).isZero();
        assertThat(queue.answered(URGENT)).isGreaterThan(5L * CAPACITY * 45 / 100);
        assertThat(queue.refused(NORMAL)).isPositive();
        assertThat(queue.answered(NORMAL)).isGreaterThan(5L * CAPACITY * 45 / 100);
    }

    @Test
    void highestPriorityGoesThroughWhileTheLimitIsBeingCut() {
        queue.run(2000, CAPACITY, CAPACITY * 2);
        queue.run(100, CAPACITY / 50, CAPACITY * 2);
        queue.forget();
        queue.run(2000, CAPACITY / 50, CAPACITY * 2, CAPACITY / 1000);
        assertThat(queue.refused(NORMAL)).isPositive();
        assertThat(queue.refused(URGENT)).isZero();
    }

    @Test
    void lowerPrioritiesAreRefusedBeforeHigherOnes() {
        int[] admitted = new int[MessagePriority.LOWEST + 1];
        for (int priority = MessagePriority.LOWEST; priority >= MessagePriority.HIGHEST; priority--) {
            while (admission.enter(priority, SimulatedQueue.LENGTH)) {
                admitted[priority]++;
            }
        }
        assertThat(admitted).doesNotContain(0);
        assertThat(admission.outstanding()).isEqualTo(AdmissionLimit.INITIAL * 3 / 2);
    }

    @Test
    void boundsInNumberAndOctetsHoldForEveryPriority() {
        var few = new Admission(settings(3, 1 << 20));
        for (int i = 0; i < 3; i++) {
            assertThat(few.enter(URGENT, 100)).isTrue();
        }
        assertThat(few.enter(URGENT, 100)).isFalse();
        var small = new Admission(settings(1000, 1000));
        assertThat(small.enter(URGENT, 600)).isTrue();
        assertThat(small.enter(URGENT, 600)).isFalse();
        small.leave(URGENT, 600);
        assertThat(small.enter(URGENT, 600)).isTrue();
        assertThat(small.outstandingOctets()).isEqualTo(600);
    }
}
