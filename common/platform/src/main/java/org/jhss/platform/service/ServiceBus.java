// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.service;

import java.time.Duration;
import org.jhss.platform.bus.Bus;
import org.jhss.platform.bus.health.ServiceHealth;
import org.jhss.platform.bus.redis.BusSettings;
import org.jhss.platform.lifecycle.HealthPublisher;
import org.jhss.platform.lifecycle.HealthRecord;
import org.jhss.platform.lifecycle.ServiceContext;

/** Puts a service on the bus. */
public final class ServiceBus {

    /** Several rounds of health checks, so that one slow round makes nobody believe that the service is gone. */
    private static final Duration HEALTH_LIFETIME = Duration.ofSeconds(15);

    private ServiceBus() {}

    /**
     * Opens the bus as section {@code redis} says, makes readiness depend on it and tells the service's health over it. Closed
     * when the service stops.
     *
     * @throws Exception when the settings cannot be used, such as an unreadable certificate; Redis being away is no failure
     */
    public static Bus start(ServiceContext context) throws Exception {
        var settings = BusSettings.from(context.config().redis());
        var bus = context.start(
                "redis bus", () -> Bus.open(settings, context.instance().value(), context.metrics()));
        var where =
                context.config().redis().host() + ":" + context.config().redis().port();
        context.health().require("redis", () -> {
            if (!bus.isAvailable()) {
                throw new IllegalStateException("does not answer (redis.host, redis.port: " + where + ")");
            }
            return "answers";
        });
        context.publishHealth(new OnBus(new ServiceHealth(bus)));
        return bus;
    }

    private record OnBus(ServiceHealth reports) implements HealthPublisher {

        @Override
        public void publish(HealthRecord health) {
            reports.publish(health.role(), health.instance(), health.toJson(), HEALTH_LIFETIME);
        }

        @Override
        public void withdraw(HealthRecord health) {
            reports.remove(health.role(), health.instance());
        }
    }
}
