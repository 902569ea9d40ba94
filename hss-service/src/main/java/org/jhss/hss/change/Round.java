// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jhss.identity.Imsi;
import org.jhss.store.Store;
import org.jhss.store.change.Change;
import org.jhss.store.change.NodeResult;
import org.jhss.store.work.Need;

/** Reads what a batch of changes is about, and plans it. */
final class Round {

    private static final Set<Need> NEEDS = EnumSet.of(Need.PROFILE, Need.SERVING_NODES, Need.DETAILS);
    private static final Set<String> OF_APNS = Set.of("default_apn", "apn_list");

    /** A change and its tasks. */
    record Planned(Change change, List<NodeTask> tasks) {}

    private final Store store;
    private final Planner planner;

    Round(Store store, Planner planner) {
        this.store = store;
        this.planner = planner;
    }

    /** Plans {@code changes}, each of one subscriber, in one transaction that locks the subscribers and changes nothing. */
    List<Planned> plan(List<Change> changes) {
        if (changes.stream().anyMatch(Round::namesApns)) {
            // An APN made a moment ago may be in the list already.
            store.referenceDataChanged();
        }
        var told = told(changes);
        var imsis = new TreeSet<Imsi>();
        changes.forEach(change -> change.imsi().flatMap(Imsi::parse).ifPresent(imsis::add));
        return store.unitsOfWork().run(work -> {
            work.prefetch(imsis, NEEDS);
            var planned = new ArrayList<Planned>(changes.size());
            for (var change : changes) {
                var subscriber = change.imsi().flatMap(Imsi::parse).flatMap(work::subscriber);
                planned.add(new Planned(
                        change, planner.plan(change, subscriber, told.getOrDefault(change.id(), Set.of()))));
            }
            return planned;
        });
    }

    private static boolean namesApns(Change change) {
        return change.detail().columns().stream().anyMatch(OF_APNS::contains);
    }

    /** By change, the nodes that have confirmed all that a former attempt sent them. */
    private Map<Long, Set<String>> told(Collection<Change> changes) {
        var again = changes.stream()
                .filter(change -> change.attempts() > 0)
                .map(Change::id)
                .toList();
        var told = new HashMap<Long, Set<String>>();
        var failed = new HashMap<Long, Set<String>>();
        for (NodeResult result : store.changeLog().results(again)) {
            (result.success() ? told : failed)
                    .computeIfAbsent(result.changeId(), id -> new HashSet<>())
                    .add(Planner.key(result.node()));
        }
        told.forEach((id, nodes) -> nodes.removeAll(failed.getOrDefault(id, Set.of())));
        return told;
    }
}
