// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.testkit.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.testcontainers.DockerClientFactory;

/** Holds the JVM's one shared server, started when first asked for. */
final class SharedRedis {

    static final RedisServer SERVER = start();

    private SharedRedis() {}

    private static RedisServer start() {
        var server = DockerClientFactory.instance().isDockerAvailable() ? RedisContainer.launch() : process();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-shared-redis"));
        return server;
    }

    private static RedisServer process() {
        try {
            var directory = Files.createTempDirectory("jhss-redis");
            directory.toFile().deleteOnExit();
            return RedisProcess.launch(directory, "--appendonly", "no");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
