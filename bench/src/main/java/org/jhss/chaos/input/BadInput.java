// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.chaos.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jhss.bench.bulk.Population;
import org.jhss.bench.rig.Node;
import org.jhss.bench.rig.Patience;
import org.jhss.bench.rig.Rig;
import org.jhss.bench.rig.Service;
import org.jhss.chaos.Counts;
import org.jhss.chaos.Effort;
import org.jhss.chaos.Scenario;
import org.jhss.chaos.ScenarioReport;
import org.jhss.chaos.Vitals;
import org.jhss.diameter.message.ResultCode;
import org.jhss.identity.PeerHost;
import org.jhss.identity.Plmn;
import org.jhss.identity.Realm;
import org.jhss.testkit.diameter.DiameterRequests;

/**
 * Hostile peers of all kinds against running services, while a good peer wants its answers. Nothing may crash, hang, leak, or fill
 * the log, and the good peer may not notice.
 */
public final class BadInput implements Scenario {

    private static final Realm REALM = new Realm("epc.mnc001.mcc001.3gppnetwork.org");
    private static final int SUBSCRIBERS = 100;
    private static final int ASKED_BY_HOSTILE = 20;
    private static final int WARM_UP = 20;
    private static final int SLOW = 30;
    private static final Duration CALM_LIMIT = Duration.ofSeconds(30);

    private static final int SLACK_DESCRIPTORS = 4;
    private static final int SLACK_THREADS = 6;
    private static final long SLACK_HEAP_KIB = 24L * 1024;
    private static final long LOG_ALLOWANCE = 64L * 1024;
    private static final long LOG_OCTETS_PER_MESSAGE = 8;

    private static final double MOST_REFUSED = 0.05;

    private final int times;
    private final List<String> breaches = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** @param times how often each hostile act is repeated in a round, at least 1 */
    public BadInput(int times) {
        this.times = times;
    }

    @Override
    public String name() {
        return "bad-input";
    }

    @Override
    public String what() {
        return "hostile peers over sockets";
    }

    @Override
    public ScenarioReport run(Effort effort) {
        try (var rig = Rig.builder().subscribers(SUBSCRIBERS).start()) {
            var good = new DiameterRequests(new PeerHost("good." + REALM.value()), REALM, REALM, new Plmn("001", "01"));
            var prey = new Prey(rig.diameterAddress(0), good, imsis(), effort.seed());
            long warmUp = round(prey, WARM_UP);
            var services = List.of(rig.diameter(0), rig.hss(0));
            var before = services.stream().map(Vitals::of).toList();
            long logged = logged(services);
            double counted = counted(rig.diameter(0));
            long bad = 0;
            GoodPeer.Outcome outcome;
            try (var peer = new GoodPeer(prey, "good", population().first().value());
                    var slow = new SlowPeers(prey, SLOW)) {
                long end = System.nanoTime() + effort.duration().toNanos();
                do {
                    bad += round(prey, times);
                } while (breaches.isEmpty() && System.nanoTime() - end < 0);
                slow.awaitShutOut();
                bad += slow.count();
                outcome = peer.finish();
            } catch (AssertionError e) {
                breaches.add(e.toString());
                outcome = new GoodPeer.Outcome(0, 0, 0, Duration.ZERO, List.of());
            }
            judge(outcome);
            judgeCounters(counted(rig.diameter(0)) - counted, bad);
            judgeLog(logged(services) - logged, bad);
            for (int i = 0; i < services.size(); i++) {
                judgeVitals(services.get(i), before.get(i));
            }
            notes.add(0, (bad + warmUp) + " bad messages and connections");
            return new ScenarioReport(name(), what(), counts(outcome), Optional.empty(), notes, breaches);
        }
    }

    private static Counts counts(GoodPeer.Outcome outcome) {
        Map<Integer, Long> refused =
                outcome.refused() == 0 ? Map.of() : Map.of(ResultCode.TOO_BUSY.value(), outcome.refused());
        long lost = outcome.sent() - outcome.answered() - outcome.refused();
        return Counts.simple(outcome.sent(), outcome.answered(), refused, lost);
    }

    private long round(Prey prey, int size) {
        long bad = 0;
        for (var hostility : Hostility.ALL) {
            try {
                bad += hostility.act(prey, size);
            } catch (AssertionError | UncheckedIOException e) {
                breaches.add(hostility.what() + ": " + e);
            }
        }
        return bad;
    }

    private void judge(GoodPeer.Outcome outcome) {
        // Floods may make the system say that it is busy, for a moment.
        if (outcome.refused() > MOST_REFUSED * outcome.sent()) {
            breaches.add("the good peer was refused " + outcome.refused() + " of " + outcome.sent() + " times");
        }
        outcome.failures().forEach(failure -> breaches.add("the good peer: " + failure));
        notes.add("slowest answer to the good peer " + outcome.slowest().toMillis() + " ms");
    }

    private void judgeCounters(double counted, long bad) {
        notes.add((long) counted + " refused, dropped or closed by the metrics");
        // Churn and half messages count as closed connections; most else as refused or dropped.
        if (counted < bad / 4.0) {
            breaches.add("the metrics know of " + counted + " only");
        }
    }

    private void judgeLog(long octets, long bad) {
        notes.add(octets + " octets logged");
        if (octets > LOG_ALLOWANCE + LOG_OCTETS_PER_MESSAGE * bad) {
            breaches.add(octets + " octets of log for " + bad + " bad messages");
        }
    }

    private void judgeVitals(Service service, Vitals before) {
        if (!service.isAlive() || !service.isReady()) {
            breaches.add(service.name() + " is gone or not ready");
            return;
        }
        try {
            Patience.until(
                    service.name() + " is back to " + before,
                    CALM_LIMIT,
                    () -> Vitals.of(service).isBackTo(before, SLACK_DESCRIPTORS, SLACK_THREADS, SLACK_HEAP_KIB));
        } catch (IllegalStateException e) {
            breaches.add(e.getMessage() + ", it is " + Vitals.of(service));
        }
        notes.add(service.name() + " before: " + before + "; after: " + Vitals.of(service));
    }

    private static long logged(List<Service> services) {
        return services.stream().map(Node::log).mapToLong(BadInput::size).sum();
    }

    private static long size(java.nio.file.Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double counted(Service diameter) {
        try {
            var metrics = diameter.metrics();
            return metrics.sum("jhss_peer_refused_total")
                    + metrics.sum("jhss_peer_dropped_total")
                    + metrics.sum("jhss_peer_connections_closed_total");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Population population() {
        return Population.of(SUBSCRIBERS);
    }

    private static List<String> imsis() {
        long first = Long.parseLong(population().first().value());
        // The good peer's subscriber is its own.
        return IntStream.rangeClosed(1, ASKED_BY_HOSTILE)
                .mapToObj(i -> "00" + (first + i))
                .toList();
    }
}
