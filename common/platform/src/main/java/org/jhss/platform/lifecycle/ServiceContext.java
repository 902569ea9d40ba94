// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.lifecycle;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetSocketAddress;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.jhss.platform.config.JhssConfig;

/** What a service is put together from and with. */
public final class ServiceContext {

    private final JhssConfig config;
    private final InstanceId instance;
    private final MeterRegistry metrics;
    private final Health health;
    private final Components components;
    private final BiConsumer<String, Throwable> failure;
    private String connect = "";

    ServiceContext(
            JhssConfig config,
            InstanceId instance,
            MeterRegistry metrics,
            Health health,
            Components components,
            BiConsumer<String, Throwable> failure) {
        this.config = config;
        this.instance = instance;
        this.metrics = metrics;
        this.health = health;
        this.components = components;
        this.failure = failure;
    }

    /** The configuration. */
    public JhssConfig config() {
        return config;
    }

    /** The name of this process among all of its role. */
    public InstanceId instance() {
        return instance;
    }

    /** Where meters are registered. */
    public MeterRegistry metrics() {
        return metrics;
    }

    /** Takes what the service needs to be ready, see {@link Health#require}. */
    public Health health() {
        return health;
    }

    /**
     * Starts a component. It is closed when the service stops, in the reverse order of starting.
     *
     * @param name for people, such as {@code redis bus}
     * @throws Exception what {@code start} throws
     */
    public <T extends AutoCloseable> T start(String name, Callable<T> start) throws Exception {
        var component = start.call();
        components.add(name, component);
        return component;
    }

    /** Does something when the service stops, in its place in the reverse order. */
    public void onStop(String name, AutoCloseable action) {
        components.add(name, action);
    }

    /** Tells {@code publisher} how the service does, until the service stops. */
    public void publishHealth(HealthPublisher publisher) {
        health.publishTo(publisher);
        components.add("health record", () -> health.withdraw(publisher));
    }

    /** Tells where the service listens, for the ready line, the state file and the health record. */
    public void listening(String name, InetSocketAddress address) {
        health.endpoint(name, Addresses.text(address));
    }

    /** Sets the line that the launcher prints about what connects here, such as "Diameter peers: 127.0.0.1:3868 (TCP)". */
    public void connectLine(String line) {
        connect = line;
    }

    /** Ends the process with {@link ExitCode#INTERNAL}: the service cannot go on. */
    public void fail(String reason, Throwable cause) {
        failure.accept(reason, cause);
    }

    String connect() {
        return connect;
    }
}
