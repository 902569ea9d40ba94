// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.policy;

import java.net.InetSocketAddress;

/**
 * Something that a check found.
 *
 * @param peer Origin-Host of the adjacent peer as its CER has it; may be empty
 * @param remote where the peer is
 * @param session Session-Id of the request; empty when it is no matter of a request
 * @param text what was found
 */
public record Finding(String peer, InetSocketAddress remote, String session, String text) {}
