// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.command;

import org.jhss.identity.Imsi;
import org.jhss.identity.PeerHost;
import org.jhss.load.plan.PeerSet;

/**
 * What a request template is made for.
 *
 * @param host the peer's Origin-Host
 * @param peers what the peers have in common
 * @param imsi of the right length; the digits are replaced in each request
 */
public record RequestContext(PeerHost host, PeerSet peers, Imsi imsi) {}
