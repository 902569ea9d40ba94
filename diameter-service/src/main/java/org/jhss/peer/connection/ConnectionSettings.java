// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.connection;

import java.time.Duration;
import org.jhss.peer.overload.OverloadSettings;

/**
 * Time-outs and bounds of every connection.
 *
 * @param requestTimeout time in which a peer's request is answered, by the owner with 3002 if by nobody else
 * @param capabilitiesTimeout time in which CER or CEA must come
 * @param messageTimeout time in which a message that has begun must end
 * @param idleTimeout silence after which the connection is closed
 * @param watchdog whether DWR is sent
 * @param watchdogInterval Tw of RFC 3539
 * @param probeTimeout time in which an open connection must show life when another one wants its place
 * @param disconnectTimeout time in which DPA must come, or the peer close after ours
 * @param writeTimeout time for which a peer may leave its answers unread
 * @param maxMessageSize octets
 * @param maxAvpCount AVPs of one message
 * @param overload when requests are refused for being too many
 * @param maxOutstandingPerPeer requests of one peer that wait for an answer, and the same in the other direction
 * @param writeBuffer octets waiting to be sent from which on nothing more is read from the peer
 * @param checkRealm whether a request for a realm other than ours is answered 3003
 */
public record ConnectionSettings(
        Duration requestTimeout,
        Duration capabilitiesTimeout,
        Duration messageTimeout,
        Duration idleTimeout,
        boolean watchdog,
        Duration watchdogInterval,
        Duration probeTimeout,
        Duration disconnectTimeout,
        Duration writeTimeout,
        int maxMessageSize,
        int maxAvpCount,
        OverloadSettings overload,
        int maxOutstandingPerPeer,
        int writeBuffer,
        boolean checkRealm) {}
