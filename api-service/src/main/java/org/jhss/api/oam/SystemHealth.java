// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.oam;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jhss.api.network.Backbone;
import org.jhss.platform.lifecycle.HealthRecord;
import org.jhss.platform.lifecycle.ServiceState;
import org.jhss.store.Store;
import org.jhss.store.database.StoreException;
import tools.jackson.core.JacksonException;

/** How the whole system does, asked anew each time. */
final class SystemHealth {

    /** Without these no Diameter request is answered. */
    private static final List<String> NEEDED_ROLES = List.of("diameter", "hss");

    private static final List<String> OTHER_ROLES = List.of("api", "geored");

    /**
     * Something that is needed.
     *
     * @param detail why it does not do, or what answers
     */
    record Part(String name, boolean up, String detail) {}

    /**
     * The state of the system.
     *
     * @param parts what is needed
     * @param services the processes that report
     */
    record State(List<Part> parts, List<HealthRecord> services) {

        boolean isUp() {
            return parts.stream().allMatch(Part::up);
        }
    }

    private final Store store;
    private final Backbone backbone;

    SystemHealth(Store store, Backbone backbone) {
        this.store = store;
        this.backbone = backbone;
    }

    State state() {
        var parts = new ArrayList<Part>();
        var services = new ArrayList<HealthRecord>();
        parts.add(database());
        boolean redis = backbone.isAvailable();
        parts.add(new Part("redis", redis, redis ? "answers" : "does not answer"));
        for (var role : NEEDED_ROLES) {
            var reports = redis ? reports(role) : Optional.<List<HealthRecord>>empty();
            reports.ifPresent(services::addAll);
            parts.add(service(role, reports));
        }
        if (redis) {
            OTHER_ROLES.forEach(role -> reports(role).ifPresent(services::addAll));
        }
        return new State(List.copyOf(parts), List.copyOf(services));
    }

    private Part database() {
        try {
            return new Part("database", true, store.database().check());
        } catch (StoreException _) {
            // Its text may tell more of the network than a stranger should know.
            return new Part("database", false, "does not answer");
        }
    }

    private Optional<List<HealthRecord>> reports(String role) {
        return backbone.services(role).map(reports -> {
            var records = new ArrayList<HealthRecord>();
            for (var report : reports) {
                read(report.json()).ifPresent(records::add);
            }
            return records;
        });
    }

    /** A report of another version may not be readable: that process counts as one that says nothing. */
    private static Optional<HealthRecord> read(String json) {
        try {
            return Optional.of(HealthRecord.fromJson(json));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private static Part service(String role, Optional<List<HealthRecord>> reports) {
        if (reports.isEmpty()) {
            return new Part(role, false, "unknown, since Redis does not answer");
        }
        long ready = reports.get().stream()
                .filter(report -> report.state() == ServiceState.READY)
                .count();
        var detail = reports.get().isEmpty()
                ? "no process runs"
                : ready + " of " + reports.get().size() + " processes ready";
        return new Part(role, ready > 0, detail);
    }
}
