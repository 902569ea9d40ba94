// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.profile;

import java.util.List;
import java.util.Optional;

/**
 * Whose code a frame is.
 *
 * @param label for people
 * @param packages how the names of its Java frames begin
 * @param parts what the names of its native frames hold
 */
record Component(String label, List<String> packages, List<String> parts) {

    private static final List<Component> ALL = List.of(
            java("jHSS hss-service", "org/jhss/hss/"),
            java("jHSS diameter-service", "org/jhss/peer/"),
            java("jHSS codec", "org/jhss/diameter/"),
            java("jHSS AKA", "org/jhss/aka/"),
            java("jHSS store", "org/jhss/store/"),
            java("jHSS bus", "org/jhss/platform/bus/"),
            java("jHSS, the rest", "org/jhss/"),
            java("Hibernate", "org/hibernate/"),
            java("HikariCP", "com/zaxxer/hikari/"),
            new Component("SQLite and its driver", List.of("org/sqlite/"), List.of("sqlite")),
            java("PostgreSQL driver", "org/postgresql/"),
            java("MariaDB driver", "org/mariadb/"),
            java("Lettuce", "io/lettuce/", "reactor/"),
            new Component("Netty", List.of("io/netty/"), List.of("netty")),
            java("Micrometer", "io/micrometer/", "io/prometheus/"),
            java("logging", "ch/qos/logback/", "org/slf4j/"),
            new Component(
                    "JVM: garbage collection",
                    List.of(),
                    List.of("VM_GenCollect", "SerialHeap", "DefNew", "G1Collected", "GCTask", "Serial::")),
            new Component("JVM: compiler", List.of(), List.of("CompileBroker", "Compile::", "Compilation::")));

    private static Component java(String label, String... packages) {
        return new Component(label, List.of(packages), List.of());
    }

    static Optional<Component> of(String frame) {
        return ALL.stream().filter(component -> component.owns(frame)).findFirst();
    }

    private boolean owns(String frame) {
        return frame.indexOf('/') >= 0
                ? packages.stream().anyMatch(frame::startsWith)
                : parts.stream().anyMatch(frame::contains);
    }
}
