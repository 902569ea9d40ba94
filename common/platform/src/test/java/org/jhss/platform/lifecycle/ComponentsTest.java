// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ComponentsTest {

    private final List<String> closed = new CopyOnWriteArrayList<>();

    @Test
    void aComponentThatFailsToStopDoesNotKeepTheOthersFromStopping() {
        var components = new Components();
        components.add("first", () -> closed.add("first"));
        components.add("second", () -> {
            throw new IllegalStateException("stuck");
        });
        components.add("third", () -> closed.add("third"));

        assertThat(components.close(Duration.ofSeconds(10))).isTrue();
        assertThat(closed).containsExactly("third", "first");
    }

    @Test
    void aComponentThatHangsIsGivenUp() {
        var components = new Components();
        var never = new CountDownLatch(1);
        components.add("hangs", never::await);

        assertThat(components.close(Duration.ofMillis(50))).isFalse();
        never.countDown();
    }
}
