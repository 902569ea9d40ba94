// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.testkit.redis;

import java.nio.file.Path;
import java.util.UUID;
import org.jhss.platform.bus.redis.BusSettings;

/**
 * A real Redis server on loopback. Tests that only need one take {@link #shared}; tests that kill it {@link #start} their own.
 */
public sealed interface RedisServer extends AutoCloseable permits RedisProcess, RedisContainer {

    /** The server that all tests of this JVM share, in a container when Docker answers; it ends with the JVM. */
    static RedisServer shared() {
        return SharedRedis.SERVER;
    }

    /**
     * Starts a server process of the test's own, with an append-only file in {@code directory}, so that what it confirmed survives
     * {@link RedisProcess#kill} and {@link RedisProcess#start}.
     *
     * @param options further options as on redis-server's command line
     */
    static RedisProcess start(Path directory, String... options) {
        return RedisProcess.launch(directory, options);
    }

    /** The host to connect to. */
    String host();

    /** The port to connect to. */
    int port();

    /** Settings of a bus on this server under {@code prefix}. */
    default BusSettings settings(String prefix) {
        return BusSettings.of(prefix, new BusSettings.Server.Standalone(host(), port()));
    }

    /** Settings of a bus on this server that nobody else uses. */
    default BusSettings settings() {
        return settings("test-" + UUID.randomUUID());
    }

    @Override
    void close();
}
