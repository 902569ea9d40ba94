// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.chaos.input;

import java.util.List;

/** Something that no peer should do. */
interface Hostility {

    /** One of each. */
    List<Hostility> ALL = List.of(
            new GarbageFirst(),
            new RequestFirst(),
            new LengthClaims(),
            new HalfMessages(),
            new MutatedTalk(),
            new ThreeCapabilities(),
            new TinyFlood(),
            new StrayAnswers(),
            new NeverReading(),
            new Churn());

    /** What it does, in a few words. */
    String what();

    /**
     * Does it some times and sees that it is met as it should be.
     *
     * @param times how often, at least 1
     * @return how many bad messages or connections that were
     * @throws AssertionError when it is met otherwise
     */
    long act(Prey prey, int times);
}
