// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.sim.stack;

import java.util.Optional;
import org.jhss.identity.Imsi;

/**
 * A request that the HSS sent to a simulated peer.
 *
 * @param command which one
 * @param imsi the subscriber of User-Name; absent in a Reset-Request
 * @param avps its AVPs as jDiameter decodes them
 * @param received the request on the wire
 */
public record ReceivedRequest(Command command, Optional<Imsi> imsi, Avps avps, WireFrame received) {}
