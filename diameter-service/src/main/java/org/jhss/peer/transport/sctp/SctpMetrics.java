// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.transport.sctp;

import com.sun.nio.sctp.AssociationChangeNotification.AssocChangeEvent;
import com.sun.nio.sctp.PeerAddressChangeNotification.AddressChangeEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** What is counted of associations and their paths. Thread-safe. */
public final class SctpMetrics {

    private final MeterRegistry registry;
    private final AtomicInteger associations = new AtomicInteger();
    private final AtomicInteger unreachable = new AtomicInteger();

    public SctpMetrics(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("jhss.peer.sctp.associations", associations, AtomicInteger::get)
                .description("SCTP associations with peers")
                .register(registry);
        Gauge.builder("jhss.peer.sctp.paths.unreachable", unreachable, AtomicInteger::get)
                .description("Addresses of multihomed peers that do not answer at present")
                .register(registry);
    }

    void opened() {
        associations.incrementAndGet();
    }

    void closed() {
        associations.decrementAndGet();
    }

    void unreachablePaths(int more) {
        unreachable.addAndGet(more);
    }

    void event(AssocChangeEvent event) {
        count("jhss.peer.sctp.association.events", "Notifications about associations", event);
    }

    void event(AddressChangeEvent event) {
        count("jhss.peer.sctp.path.events", "Notifications about addresses of peers", event);
    }

    void undelivered() {
        Counter.builder("jhss.peer.sctp.undelivered")
                .description("Messages that an association ended with before the peer had them")
                .register(registry)
                .increment();
    }

    private void count(String name, String description, Enum<?> event) {
        Counter.builder(name)
                .description(description)
                .tag("event", event.name().toLowerCase(Locale.ROOT))
                .register(registry)
                .increment();
    }
}
