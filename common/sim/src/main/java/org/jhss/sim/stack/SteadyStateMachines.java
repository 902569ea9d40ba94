// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.sim.stack;

import org.jdiameter.api.Configuration;
import org.jdiameter.client.api.fsm.IContext;
import org.jdiameter.client.api.fsm.IFsmFactory;
import org.jdiameter.client.api.fsm.IStateMachine;
import org.jdiameter.common.api.concurrent.IConcurrentFactory;
import org.jdiameter.common.api.statistic.IStatisticManager;

/** Makes {@link SteadyStateMachine}s for jDiameter. */
public final class SteadyStateMachines implements IFsmFactory {

    private final IStatisticManager statistics;

    /** Called by jDiameter's assembler. */
    public SteadyStateMachines(IStatisticManager statistics) {
        this.statistics = statistics;
    }

    @Override
    public IStateMachine createInstanceFsm(
            IContext context, IConcurrentFactory concurrentFactory, Configuration config) {
        return SteadyStateMachine.started(context, concurrentFactory, config, statistics);
    }
}
