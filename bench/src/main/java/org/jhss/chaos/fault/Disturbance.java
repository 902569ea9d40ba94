// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.chaos.fault;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jhss.bench.rig.Rig;

/** What is done to a running system. */
@FunctionalInterface
interface Disturbance {

    void act(Rig rig) throws Exception;

    /** Lets that time pass: an outage that lasts. */
    static void last(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() - end < 0) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
