// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.sim;

import java.util.function.Consumer;
import org.jhss.sim.stack.DiameterLink;
import org.jhss.sim.stack.LinkSettings;
import org.jhss.sim.stack.PeerException;
import org.jhss.sim.stack.WireFrame;

/** A simulated MME: S6a and S13. */
public final class SimulatedMme extends ServingNode {

    private SimulatedMme(DiameterLink link, Inbox inbox) {
        super(link, inbox);
    }

    /**
     * Connects to the HSS.
     *
     * @throws PeerException when there is no connection, no CEA in time, or a CEA that refuses
     */
    public static SimulatedMme connect(LinkSettings settings) throws PeerException {
        return connect(settings, frame -> {});
    }

    /**
     * Connects to the HSS and shows every message.
     *
     * @param wire sees what crosses the socket, on the threads that send and read; must not block
     * @throws PeerException when there is no connection, no CEA in time, or a CEA that refuses
     */
    public static SimulatedMme connect(LinkSettings settings, Consumer<WireFrame> wire) throws PeerException {
        var inbox = new Inbox();
        return new SimulatedMme(DiameterLink.open(settings, inbox, wire), inbox);
    }

    @Override
    long ownUlrFlags() {
        return UlrFlag.S6A_INDICATOR.bit();
    }
}
