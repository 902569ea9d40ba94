// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.engine;

import java.util.List;
import org.jhss.load.plan.LoadPlan;
import org.jhss.load.plan.Pace;

/** Divides window or rate among threads by their links, so that whole requests add up. */
final class Shares {

    private Shares() {}

    /** The part of each thread; they add up to 1. */
    static double[] of(LoadPlan plan, List<Worker> workers) {
        var shares = new double[workers.size()];
        double peers = plan.peers().count();
        if (!(plan.pace() instanceof Pace.Window window) || window.perPeer()) {
            for (int i = 0; i < shares.length; i++) {
                shares[i] = workers.get(i).links().size() / peers;
            }
            return shares;
        }
        double before = 0;
        long given = 0;
        for (int i = 0; i < shares.length; i++) {
            before += workers.get(i).links().size();
            long upTo = Math.round(window.window() * before / peers);
            shares[i] = (double) (upTo - given) / window.window();
            given = upTo;
        }
        return shares;
    }
}
