// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.testkit.redis;

import org.testcontainers.containers.GenericContainer;

/** Redis in a container. */
public final class RedisContainer implements RedisServer {

    private static final String IMAGE = "redis:6.2-alpine";
    private static final int REDIS_PORT = 6379;

    private final GenericContainer<?> container;

    private RedisContainer(GenericContainer<?> container) {
        this.container = container;
    }

    static RedisContainer launch() {
        var container = new GenericContainer<>(IMAGE).withExposedPorts(REDIS_PORT);
        container.start();
        return new RedisContainer(container);
    }

    @Override
    public String host() {
        return container.getHost();
    }

    @Override
    public int port() {
        return container.getMappedPort(REDIS_PORT);
    }

    @Override
    public void close() {
        container.stop();
    }
}
