// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.outbound;

import java.util.Optional;
import java.util.function.Consumer;
import org.jhss.diameter.dictionary.CommandDefinition;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.identity.PeerHost;
import org.jhss.identity.Realm;

/**
 * A request that we originate. The sender writes the common head: Session-Id, Vendor-Specific-Application-Id,
 * Auth-Session-State, Origin-Host, Origin-Realm, Destination-Host and Destination-Realm; {@code body} adds the rest.
 *
 * @param command the request
 * @param destinationHost Destination-Host, absent when any host of the realm will do
 * @param destinationRealm Destination-Realm
 * @param via the peer that the registration came by (a relay, or the host itself), tried when the host is not connected here
 * @param body writes the AVPs after the head; may run later, on another thread and more than once: it captures immutable values,
 *     never the {@link org.jhss.diameter.message.Message} being handled
 */
public record OutboundRequest(
        CommandDefinition command,
        Optional<PeerHost> destinationHost,
        Realm destinationRealm,
        Optional<PeerHost> via,
        Consumer<MessageWriter> body) {

    /**
     * @throws IllegalArgumentException when {@code command} is an answer
     */
    public OutboundRequest {
        if (!command.isRequest()) {
            throw new IllegalArgumentException(command + " is no request");
        }
    }

    /** A request for one host. */
    public static OutboundRequest toHost(
            CommandDefinition command, PeerHost host, Realm realm, Consumer<MessageWriter> body) {
        return new OutboundRequest(command, Optional.of(host), realm, Optional.empty(), body);
    }

    /** The same request, with the peer to try when the host itself is not connected. */
    public OutboundRequest via(PeerHost peer) {
        return new OutboundRequest(command, destinationHost, destinationRealm, Optional.of(peer), body);
    }
}
