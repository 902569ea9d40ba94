// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.change;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jhss.hss.outbound.NodeAnswer;
import org.jhss.identity.Imsi;
import org.jhss.store.Store;
import org.jhss.store.work.Need;
import org.jhss.store.work.SubscriberState;

/**
 * What answers mean for registrations: one that was cancelled is forgotten, and one that its node knows nothing of counts as purged (TS
 * 29.272 5.2.2.1.2). One that the subscriber has made anew meanwhile stays.
 */
final class Aftermath {

    private static final Set<Need> NEEDS = EnumSet.of(Need.SERVING_NODES);

    private final Store store;

    Aftermath(Store store) {
        this.store = store;
    }

    void apply(List<Attempt> attempts) {
        var concerned = new ArrayList<NodeOutcome>();
        var imsis = new TreeSet<Imsi>();
        for (var attempt : attempts) {
            for (var outcome : attempt.outcomes()) {
                if (outcome.task().registration().isPresent() && changesRegistration(outcome)) {
                    concerned.add(outcome);
                    imsis.add(outcome.task().imsi());
                }
            }
        }
        if (concerned.isEmpty()) {
            return;
        }
        store.unitsOfWork().run(work -> {
            work.prefetch(imsis, NEEDS);
            for (var outcome : concerned) {
                work.subscriber(outcome.task().imsi())
                        .filter(state ->
                                state.access().isPresent() && outcome.task().isCurrent(state))
                        .ifPresent(state -> apply(outcome, state));
            }
            work.commit();
            return concerned.size();
        });
    }

    private static boolean changesRegistration(NodeOutcome outcome) {
        return switch (outcome.answer()) {
            case DONE -> outcome.task().isCancellation();
            case UNKNOWN_SUBSCRIBER -> true;
            case REFUSED, NOT_NOW -> false;
        };
    }

    private static void apply(NodeOutcome outcome, SubscriberState state) {
        if (outcome.task().isCancellation()) {
            state.deregister(outcome.task().type());
        } else if (outcome.answer() == NodeAnswer.UNKNOWN_SUBSCRIBER) {
            state.purge(outcome.task().type());
        }
    }
}
