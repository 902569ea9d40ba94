// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.jhss.identity.Imsi;
import org.jhss.load.plan.LoadPlan;
import org.jhss.load.plan.LoadPlanBuilder;
import org.jhss.load.plan.SubscriberOrder;
import org.junit.jupiter.api.Test;

class ChooserTest {

    private static final int COUNT = 10;
    private static final int PEERS = 3;
    private static final int DRAWS = 1000;

    @Test
    void keepsEachPeerToItsOwnSubscribersAndReachesAll() {
        for (var order : new SubscriberOrder[] {new SubscriberOrder.Uniform(), new SubscriberOrder.RoundRobin()}) {
            var chooser = chooser(plan().order(order));
            var all = new HashSet<Integer>();
            for (int peer = 0; peer < PEERS; peer++) {
                int own = peer;
                var drawn = draw(chooser, peer);
                assertThat(drawn).allMatch(subscriber -> subscriber % PEERS == own && subscriber < COUNT);
                all.addAll(drawn);
            }
            assertThat(all).hasSize(COUNT);
        }
    }

    @Test
    void letsSubscribersMove() {
        assertThat(draw(chooser(plan().moving(true)), 0)).hasSize(COUNT);
        assertThat(draw(chooser(plan().moving(true).order(new SubscriberOrder.RoundRobin())), 0))
                .hasSize(COUNT);
    }

    @Test
    void prefersTheHotSet() {
        var chooser = chooser(plan().moving(true).order(new SubscriberOrder.Hot(2, 1)));

        assertThat(draw(chooser, 0)).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void keepsToTheWeights() {
        var chooser = chooser(plan().send("AIR", 3).send("ULR", 1));

        assertThat(IntStream.range(0, DRAWS).filter(i -> chooser.entry() == 0).count())
                .isBetween(650L, 850L);
    }

    private static LoadPlanBuilder plan() {
        return LoadPlan.to(new InetSocketAddress(InetAddress.getLoopbackAddress(), 1))
                .peers(PEERS)
                .subscribers(new Imsi("001010000000001"), COUNT);
    }

    private static Chooser chooser(LoadPlanBuilder plan) {
        return new Chooser(plan.build(), 0, 1);
    }

    private static Set<Integer> draw(Chooser chooser, int peer) {
        var drawn = new HashSet<Integer>();
        for (int i = 0; i < DRAWS; i++) {
            drawn.add(chooser.subscriber(peer));
        }
        return drawn;
    }
}
