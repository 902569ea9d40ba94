// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RecurringTest {

    @Test
    void a_task_that_fails_runs_again() throws InterruptedException {
        var runs = new CountDownLatch(3);
        try (var executor = Executors.newSingleThreadScheduledExecutor()) {
            var task = executor.scheduleWithFixedDelay(
                    Recurring.of("test", () -> {
                        runs.countDown();
                        throw new IllegalStateException("as it happens");
                    }),
                    0,
                    1,
                    TimeUnit.MILLISECONDS);
            assertThat(runs.await(20, TimeUnit.SECONDS)).isTrue();
            task.cancel(false);
        }
    }
}
