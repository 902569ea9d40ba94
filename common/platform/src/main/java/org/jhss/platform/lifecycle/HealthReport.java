// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.lifecycle;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log and the launcher when a service's state changes. */
final class HealthReport implements Consumer<HealthRecord> {

    private static final Logger LOG = LoggerFactory.getLogger(HealthReport.class);

    private final Optional<StateFile> stateFile;
    private final Supplier<String> connect;
    private volatile boolean started;

    HealthReport(Optional<StateFile> stateFile, Supplier<String> connect) {
        this.stateFile = stateFile;
        this.connect = connect;
    }

    @Override
    public void accept(HealthRecord health) {
        stateFile.ifPresent(s -> s.write(health.state(), summary(health), missing(health), connect.get()));
        if (!started) {
            return;
        }
        switch (health.state()) {
            case READY -> LOG.info("ready again");
            case DEGRADED ->
                LOG.atWarn().addKeyValue("missing", missing(health)).log("no longer ready");
            case STOPPING -> LOG.info("stopping");
            case STARTING, FAILED -> {
                // a service starts once, and its failure is logged with its cause
            }
        }
    }

    /** The one line that says that the service has started. */
    void ready(HealthRecord health, Duration took) {
        started = true;
        var line = health.state() == ServiceState.READY
                ? LOG.atInfo()
                : LOG.atWarn().addKeyValue("missing", missing(health));
        for (var endpoint : health.endpoints().entrySet()) {
            line = line.addKeyValue(endpoint.getKey(), endpoint.getValue());
        }
        line.addKeyValue("ms", took.toMillis())
                .log(health.state() == ServiceState.READY ? "ready" : "started, but not ready");
    }

    private static String summary(HealthRecord health) {
        return health.endpoints().entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String missing(HealthRecord health) {
        return health.dependencies().stream()
                .filter(dependency -> !dependency.up())
                .map(dependency -> dependency.name() + ": " + dependency.detail())
                .collect(Collectors.joining("; "));
    }
}
