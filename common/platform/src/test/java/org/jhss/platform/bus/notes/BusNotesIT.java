// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import org.jhss.platform.bus.Bus;
import org.jhss.platform.bus.TestRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusNotesIT {

    @Test
    void whatOneProcessNotesAnotherKnowsForAsLongAsItIsRecent(@TempDir Path directory) {
        try (var redis = TestRedis.start(directory);
                var one = Bus.open(redis.settings("p"), "i1", new SimpleMeterRegistry());
                var other = Bus.open(redis.settings("p"), "i2", new SimpleMeterRegistry())) {
            await().until(() -> one.isAvailable() && other.isAvailable());
            var notes = new BusNotes(one);
            notes.note("it happened", Duration.ofMinutes(1));
            notes.note("it happened just now", Duration.ofMillis(50));

            await().untilAsserted(() ->
                    assertThat(new BusNotes(other).isNoted("it happened")).contains(true));
            await().untilAsserted(() ->
                    assertThat(notes.isNoted("it happened just now")).contains(false));
            assertThat(notes.isNoted("it never happened")).contains(false);

            redis.kill();
            await().untilAsserted(() -> assertThat(notes.isNoted("it happened")).isEmpty());
        }
    }
}
