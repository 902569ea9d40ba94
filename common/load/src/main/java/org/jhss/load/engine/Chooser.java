// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.engine;

import java.util.List;
import java.util.SplittableRandom;
import org.jhss.load.plan.LoadPlan;
import org.jhss.load.plan.MixEntry;
import org.jhss.load.plan.SubscriberOrder;

/** Chooses what is sent next, and for whom. Used by one thread. */
final class Chooser {

    private final SplittableRandom random;
    private final int[] upTo;
    private final int total;
    private final SubscriberOrder order;
    private final int count;
    private final int peers;
    private final boolean sticky;
    private final int stride;
    private final int[] turns;
    private int turn;

    /**
     * @param thread of the plan's threads
     */
    Chooser(LoadPlan plan, int thread, int threads) {
        random = new SplittableRandom(plan.seed() + thread);
        upTo = sums(plan.mix());
        total = upTo[upTo.length - 1];
        order = plan.subscribers().order();
        count = plan.subscribers().count();
        peers = plan.peers().count();
        sticky = plan.peers().sticky() && count >= peers;
        stride = threads;
        turns = new int[peers];
        turn = thread;
    }

    /** A place in the mix. */
    int entry() {
        if (upTo.length == 1) {
            return 0;
        }
        int drawn = random.nextInt(total);
        int at = 0;
        while (drawn >= upTo[at]) {
            at++;
        }
        return at;
    }

    /** A place in the range of subscribers, for a request over that peer. */
    int subscriber(int peer) {
        if (!sticky) {
            return of(count, peer);
        }
        // The subscribers of a peer are those whose place leaves its number as a remainder.
        int own = (count - peer + peers - 1) / peers;
        return of(own, peer) * peers + peer;
    }

    private int of(int range, int peer) {
        return switch (order) {
            case SubscriberOrder.Uniform() -> random.nextInt(range);
            case SubscriberOrder.RoundRobin() -> sticky ? nextOf(peer, range) : next(range);
            case SubscriberOrder.Hot(int hot, double share) ->
                random.nextInt(random.nextDouble() < share ? hotOf(hot, range) : range);
        };
    }

    private int hotOf(int hot, int range) {
        return sticky ? Math.clamp((hot + peers - 1) / peers, 1, range) : hot;
    }

    private int nextOf(int peer, int range) {
        int now = turns[peer];
        turns[peer] = now + 1 == range ? 0 : now + 1;
        return now;
    }

    private int next(int range) {
        int now = turn;
        turn = (int) (((long) turn + stride) % range);
        return now % range;
    }

    private static int[] sums(List<MixEntry> mix) {
        var sums = new int[mix.size()];
        int sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum = Math.addExact(sum, mix.get(i).weight());
            sums[i] = sum;
        }
        return sums;
    }
}
