// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What becomes of several changes of one subscriber that wait: those of its data become one, since the node gets the latest data
 * anyway. Changes that name their nodes stay what they are.
 */
final class Collapse {

    /**
     * Changes that are carried out as one.
     *
     * @param change the latest, with all that is to be told
     * @param superseded the earlier ones
     */
    record Collapsed(Change change, List<Change> superseded) {}

    private Collapse() {}

    /** Collapses {@code changes}, which are in the order of their numbers. */
    static List<Collapsed> of(List<Change> changes) {
        var collapsed = new ArrayList<Collapsed>();
        var bySubscriber = new LinkedHashMap<String, List<Change>>();
        for (var change : changes) {
            if (!change.detail().targets().isEmpty()) {
                collapsed.add(new Collapsed(change, List.of()));
            } else {
                bySubscriber
                        .computeIfAbsent(change.imsi().orElse(""), imsi -> new ArrayList<>())
                        .add(change);
            }
        }
        for (Map.Entry<String, List<Change>> group : bySubscriber.entrySet()) {
            var members = group.getValue();
            var earlier = members.subList(0, members.size() - 1);
            collapsed.add(new Collapsed(merge(members), List.copyOf(earlier)));
        }
        return collapsed;
    }

    /** The union of what changed, against the APNs before the first of them. */
    private static Change merge(List<Change> members) {
        var latest = members.getLast();
        if (members.size() == 1) {
            return latest;
        }
        var columns = new TreeSet<String>();
        members.forEach(member -> columns.addAll(member.detail().columns()));
        var before = members.stream()
                .flatMap(member -> member.detail().apnsBefore().stream())
                .findFirst();
        var detail = new Detail(
                columns, before, latest.detail().targets(), latest.detail().cancellationType());
        return new Change(
                latest.id(),
                latest.created(),
                latest.kind(),
                latest.imsi(),
                latest.subject(),
                latest.operationId(),
                latest.parent(),
                detail,
                latest.state(),
                latest.attempts(),
                latest.nextAttempt(),
                latest.spread(),
                latest.supersededBy(),
                latest.finished());
    }
}
