// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.live;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.jhss.cli.config.Configuration;
import org.jhss.platform.bus.Bus;
import org.jhss.platform.bus.redis.BusSettings;
import org.jhss.platform.config.JhssConfig;
import org.jhss.platform.lifecycle.InstanceId;

/** This process's place on the bus of the running services. */
final class LiveBus {

    private static final String ROLE = "cli";
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration POLL = Duration.ofMillis(20);

    private LiveBus() {}

    /**
     * Opens the bus that the configuration names.
     *
     * @throws IOException when Redis does not answer
     */
    static Bus open() throws IOException {
        return open(Configuration.load());
    }

    /** As {@link #open()}, for a configuration that is read already. */
    static Bus open(JhssConfig config) throws IOException {
        var instance = InstanceId.make(ROLE, Map.of());
        var bus = Bus.open(BusSettings.from(config.redis()), instance.value(), new SimpleMeterRegistry());
        long deadline = System.nanoTime() + CONNECT.toNanos();
        while (!bus.isAvailable()) {
            if (System.nanoTime() - deadline > 0) {
                bus.close();
                throw new IOException("Redis does not answer as the section redis of the configuration says;"
                        + " is jHSS running? Start it with ./jhss up");
            }
            pause();
        }
        return bus;
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
