// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.network;

import java.util.List;
import java.util.Optional;
import org.jhss.platform.bus.calls.CallResult;
import org.jhss.platform.bus.frame.MessageStatus;
import org.jhss.platform.bus.health.ServiceReport;
import org.jhss.platform.bus.peers.PeerRecord;
import tools.jackson.databind.node.ObjectNode;

/** The rest of the running system. Thread-safe; methods may block. */
public interface Backbone {

    /** No other service and no Redis, for documents and for tests that need none. */
    Backbone NONE = new Backbone() {
        @Override
        public boolean isAvailable() {
            return false;
        }

        @Override
        public List<PeerRecord> peers() {
            return List.of();
        }

        @Override
        public CallResult call(String name, ObjectNode arguments) {
            return new CallResult.Failure(MessageStatus.UNAVAILABLE, "the service or Redis is not there");
        }

        @Override
        public Optional<List<ServiceReport>> services(String role) {
            return Optional.empty();
        }
    };

    /** Whether Redis answers. */
    boolean isAvailable();

    /** The connections to Diameter peers of all diameter services, as last known. */
    List<PeerRecord> peers();

    /** Calls {@code name} of the hss service and waits for the result. */
    CallResult call(String name, ObjectNode arguments);

    /** What the processes of a role report; empty when Redis does not answer. */
    Optional<List<ServiceReport>> services(String role);

    /** Has the hss service look at once for what the network must hear of. Does not wait, and never throws. */
    default void wake() {}

    /** Whether requests can be sent to the peer of that Origin-Host. */
    default boolean isConnected(String host) {
        return peers().stream()
                .anyMatch(peer -> peer.state().connected()
                        && peer.identity()
                                .host()
                                .filter(name -> name.value().equalsIgnoreCase(host))
                                .isPresent());
    }
}
