// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.outbound;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.CommandDefinition;
import org.jhss.diameter.dictionary.Ietf;
import org.jhss.diameter.message.DiameterBuffer;
import org.jhss.diameter.message.Header;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.hss.wire.CommonAvps;
import org.jhss.platform.config.HssIdentity;

/** Encodes requests of our own. The hop-by-hop identifier is left to the connection's owner. Thread-safe. */
final class RequestEncoder {

    private static final int HOP_BY_HOP_OF_THE_OWNER = 0;
    private static final int FLAGS_AT = 4;

    private final HssIdentity identity;
    private final Identifiers identifiers;
    private final Optional<Integer> priority;
    private final Map<CommandDefinition, Head> heads = new ConcurrentHashMap<>();

    private record Head(CommonAvps application, CommonAvps stateAndOrigin) {}

    /**
     * @param priority DRMP of all requests (RFC 7944); empty to send none
     */
    RequestEncoder(HssIdentity identity, Identifiers identifiers, Optional<Integer> priority) {
        this.priority = priority;
        this.identity = identity;
        this.identifiers = identifiers;
    }

    /** The whole message. */
    byte[] encode(OutboundRequest request) {
        var buffer = new DiameterBuffer();
        var writer = new MessageWriter(buffer);
        var head = heads.computeIfAbsent(
                request.command(),
                command -> new Head(CommonAvps.application(command), CommonAvps.stateAndOrigin(command, identity)));
        writer.startRequest(request.command(), HOP_BY_HOP_OF_THE_OWNER, identifiers.nextEndToEnd())
                .add(Base.SESSION_ID, identifiers.nextSession().value());
        priority.ifPresent(drmp -> writer.add(Ietf.DRMP, drmp.intValue()));
        head.application().writeTo(writer);
        head.stateAndOrigin().writeTo(writer);
        request.destinationHost().ifPresent(host -> writer.add(Base.DESTINATION_HOST, host.value()));
        writer.add(Base.DESTINATION_REALM, request.destinationRealm().value());
        request.body().accept(writer);
        return buffer.copy(0, writer.finish());
    }

    /** Sets the T bit: the peer that gets it now may see a duplicate (RFC 6733 3, 5.5.4). */
    static void markRetransmitted(byte[] message) {
        message[FLAGS_AT] |= (byte) Header.RETRANSMITTED;
    }
}
