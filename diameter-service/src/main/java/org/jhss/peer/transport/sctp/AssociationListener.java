// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.transport.sctp;

import io.netty.channel.sctp.nio.NioSctpServerChannel;
import java.io.IOException;
import java.util.List;

/** Accepts associations, on all addresses that it is bound to. */
final class AssociationListener extends NioSctpServerChannel {

    private final AssociationFactory factory;

    AssociationListener(AssociationFactory factory) throws IOException {
        this.factory = factory;
        factory.prepare(javaChannel());
    }

    @Override
    protected int doReadMessages(List<Object> accepted) throws Exception {
        var socket = javaChannel().accept();
        if (socket == null) {
            return 0;
        }
        accepted.add(factory.accepted(this, socket));
        return 1;
    }
}
