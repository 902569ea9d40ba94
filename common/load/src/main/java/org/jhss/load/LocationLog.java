// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jhss.identity.PeerHost;
import org.jhss.load.plan.PeerSet;
import org.jhss.load.plan.RequestEnd;
import org.jhss.load.plan.RequestObserver;
import org.jhss.load.plan.SubscriberRange;

/**
 * Keeps who was told that a subscriber is registered there, so that it can be compared with what the database says after a run: an
 * acknowledged location must not be missing.
 *
 * <p>An acknowledged ULR or PUR supersedes all that ended before it was sent. Those that overlapped it, and those that were lost, refused or
 * cut off at a time from which they may still have been carried out, leave several answers possible.
 */
public final class LocationLog implements RequestObserver {

    private static final String UPDATE = "ULR";
    private static final String PURGE = "PUR";

    /**
     * Where a subscriber must be.
     *
     * @param subscriber place in the range of subscribers
     * @param acknowledged whether any ULR was answered with success; if not, nothing is required
     * @param possible the Origin-Hosts that may be stored
     * @param mayBePurged whether it may be marked as purged, or be gone
     */
    public record Location(int subscriber, boolean acknowledged, List<PeerHost> possible, boolean mayBePurged) {

        public Location {
            possible = List.copyOf(possible);
        }

        /** Whether it is as it must be that {@code stored}, empty for none, is the serving node. */
        public boolean allows(String stored) {
            return !acknowledged
                    || (stored.isEmpty()
                            ? mayBePurged
                            : possible.stream().anyMatch(host -> host.value().equalsIgnoreCase(stored)));
        }
    }

    private record Change(int peer, boolean purge, boolean acknowledged, long sentNanos, long settledNanos) {}

    private final PeerSet peers;
    private final long graceNanos;
    private final Map<Integer, List<Change>> changes = new ConcurrentHashMap<>();

    /**
     * @param peers of the plan
     * @param grace how long after it was given up a request may still be carried out
     */
    public LocationLog(PeerSet peers, Duration grace) {
        this.peers = peers;
        this.graceNanos = grace.toNanos();
    }

    @Override
    public void ended(RequestEnd end) {
        boolean purge = end.command().equals(PURGE);
        if (!purge && !end.command().equals(UPDATE)) {
            return;
        }
        boolean acknowledged = end.fate() == RequestEnd.Fate.SUCCESS;
        var change = new Change(
                end.peer(), purge, acknowledged, end.sentNanos(), end.endNanos() + (acknowledged ? 0 : graceNanos));
        changes.compute(
                end.subscriber(), (subscriber, known) -> with(known == null ? new ArrayList<>() : known, change));
    }

    private static List<Change> with(List<Change> known, Change change) {
        if (change.acknowledged) {
            known.removeIf(old -> old.settledNanos - change.sentNanos < 0);
        }
        known.add(change);
        return known;
    }

    /** Every subscriber for whom ULR or PUR was sent. To be read when the run has ended. */
    public List<Location> locations() {
        var locations = new ArrayList<Location>();
        changes.forEach((subscriber, known) -> locations.add(location(subscriber, known)));
        return locations;
    }

    private Location location(int subscriber, List<Change> known) {
        var hosts = new TreeSet<PeerHost>();
        boolean acknowledged = false;
        boolean purged = false;
        for (var change : known) {
            acknowledged |= change.acknowledged && !change.purge;
            purged |= change.purge;
            hosts.add(peers.host(change.peer));
        }
        return new Location(subscriber, acknowledged, List.copyOf(hosts), purged);
    }

    /** The locations that {@code stored} does not allow, in words. */
    public List<String> contradictions(SubscriberRange subscribers, StoredLocations stored) {
        var wrong = new ArrayList<String>();
        for (var location : locations()) {
            var imsi = subscribers.at(location.subscriber());
            var found = stored.hostOf(imsi.value());
            if (!location.allows(found)) {
                wrong.add(imsi + " is stored at " + (found.isEmpty() ? "no node" : found) + " and was acknowledged to "
                        + location.possible());
            }
        }
        return wrong;
    }

    /** What the database says. */
    @FunctionalInterface
    public interface StoredLocations {

        /** The Origin-Host of the node that serves the IMSI; "" when there is none, or when it is marked as purged. */
        String hostOf(String imsi);
    }
}
