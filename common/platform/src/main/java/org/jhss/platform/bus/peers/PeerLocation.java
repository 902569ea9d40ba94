// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus.peers;

/**
 * Where to send a request for a peer.
 *
 * @param instance the diameter-service instance that owns the connection
 * @param connectionId the connection's id there
 * @param outbound the instance's stream
 * @param peer all that is known of the connection
 */
public record PeerLocation(String instance, long connectionId, String outbound, PeerRecord peer) {}
