// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.lifecycle;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was started, to be closed in reverse order within a time limit. */
final class Components {

    private static final Logger LOG = LoggerFactory.getLogger(Components.class);

    private record Component(String name, AutoCloseable closeable) {}

    private final Deque<Component> started = new ArrayDeque<>();
    private volatile String closing = "";

    synchronized void add(String name, AutoCloseable closeable) {
        started.push(new Component(name, closeable));
    }

    /** Closes all; false when that took longer than {@code limit} and the rest was given up. */
    boolean close(Duration limit) {
        var closer = Thread.ofPlatform().name("stop").daemon().start(this::closeAll);
        try {
            if (closer.join(limit)) {
                return true;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        LOG.atError()
                .addKeyValue("component", closing)
                .addKeyValue("limit", limit)
                .log("did not stop in time, giving up");
        return false;
    }

    private void closeAll() {
        for (var component = next(); component != null; component = next()) {
            closing = component.name();
            try {
                component.closeable().close();
            } catch (Exception e) {
                LOG.atWarn()
                        .setCause(e)
                        .addKeyValue("component", component.name())
                        .log("did not stop cleanly");
            }
        }
    }

    private synchronized @Nullable Component next() {
        return started.poll();
    }
}
