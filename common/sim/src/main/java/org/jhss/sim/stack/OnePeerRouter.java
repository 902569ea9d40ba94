// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.sim.stack;

import org.jdiameter.api.Configuration;
import org.jdiameter.api.MetaData;
import org.jdiameter.api.RouteException;
import org.jdiameter.client.api.IContainer;
import org.jdiameter.client.api.IMessage;
import org.jdiameter.client.api.controller.IPeer;
import org.jdiameter.client.api.controller.IPeerTable;
import org.jdiameter.client.api.controller.IRealmTable;
import org.jdiameter.client.impl.router.RouterImpl;
import org.jdiameter.common.api.concurrent.IConcurrentFactory;

/** Sends everything to the one peer, whatever realm and host it names: a simulated peer must be able to name wrong ones. */
public final class OnePeerRouter extends RouterImpl {

    /** Called by jDiameter's assembler. */
    public OnePeerRouter(
            IContainer container,
            IConcurrentFactory concurrentFactory,
            IRealmTable realmTable,
            Configuration config,
            MetaData metaData) {
        super(container, concurrentFactory, realmTable, config, metaData);
    }

    @Override
    public IPeer getPeer(IMessage message, IPeerTable manager) throws RouteException {
        for (var peer : manager.getPeerTable()) {
            if (peer instanceof IPeer candidate && candidate.hasValidConnection()) {
                return candidate;
            }
        }
        throw new RouteException("not connected");
    }
}
