// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.plan;

import java.net.InetSocketAddress;
import java.util.List;

/**
 * All that a run is to do. Made by {@link LoadPlanBuilder}.
 *
 * @param targets where the HSS listens, at least one; peers are spread over them
 * @param peers who connects
 * @param mix what is sent, at least one entry
 * @param subscribers for whom
 * @param pace when
 * @param span how long
 * @param checks what is checked
 * @param links time-outs, reconnection, watchdogs
 * @param threads event loops of the generator, 1 to 64
 * @param seed of all random choices
 * @param observer told of every request's end
 */
public record LoadPlan(
        List<InetSocketAddress> targets,
        PeerSet peers,
        List<MixEntry> mix,
        SubscriberRange subscribers,
        Pace pace,
        Span span,
        Checks checks,
        LinkPolicy links,
        int threads,
        long seed,
        RequestObserver observer) {

    private static final int MAX_THREADS = 64;

    /**
     * @throws IllegalArgumentException when there is no target or nothing to send
     */
    public LoadPlan {
        targets = List.copyOf(targets);
        mix = List.copyOf(mix);
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("there is at least one target");
        }
        if (mix.isEmpty()) {
            throw new IllegalArgumentException("the mix has at least one command");
        }
        if (threads < 1 || threads > MAX_THREADS) {
            throw new IllegalArgumentException("the generator has 1 to " + MAX_THREADS + " threads");
        }
    }

    /** A plan in the making with everything at its default: AIR through one peer, one outstanding, 10 s. */
    public static LoadPlanBuilder to(InetSocketAddress... targets) {
        return new LoadPlanBuilder(List.of(targets));
    }

    /** As {@link #to(InetSocketAddress...)}. */
    public static LoadPlanBuilder to(List<InetSocketAddress> targets) {
        return new LoadPlanBuilder(targets);
    }
}
