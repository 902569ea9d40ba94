// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.sim.stack;

import org.jdiameter.api.Configuration;
import org.jdiameter.api.OverloadException;
import org.jdiameter.api.app.StateEvent;
import org.jdiameter.client.api.fsm.EventTypes;
import org.jdiameter.client.api.fsm.IContext;
import org.jdiameter.client.impl.fsm.FsmState;
import org.jdiameter.client.impl.fsm.PeerFSMImpl;
import org.jdiameter.common.api.concurrent.IConcurrentFactory;
import org.jdiameter.common.api.statistic.IStatisticManager;

/**
 * jDiameter's peer state machine without two races of its thread.
 *
 * <p>An event that comes before the thread runs makes it start a second one, which fails and loses the event: about one
 * connection in four never began. And the end of the connection, coming after the machine has stopped, starts a thread that
 * nobody stops.
 */
final class SteadyStateMachine extends PeerFSMImpl {

    private SteadyStateMachine(
            IContext context,
            IConcurrentFactory concurrentFactory,
            Configuration config,
            IStatisticManager statistics) {
        super(context, concurrentFactory, config, statistics);
    }

    static SteadyStateMachine started(
            IContext context,
            IConcurrentFactory concurrentFactory,
            Configuration config,
            IStatisticManager statistics) {
        var machine = new SteadyStateMachine(context, concurrentFactory, config, statistics);
        while (machine.numberOfThreadsRunning.get() == 0) {
            Thread.onSpinWait();
        }
        return machine;
    }

    @Override
    public boolean handleEvent(StateEvent event) throws OverloadException {
        if (state.equals(FsmState.DOWN) && event.getType() == EventTypes.DISCONNECT_EVENT) {
            return true;
        }
        return super.handleEvent(event);
    }
}
