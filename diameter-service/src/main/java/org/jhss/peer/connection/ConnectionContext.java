// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.connection;

import org.jhss.diameter.message.Answers;
import org.jhss.peer.base.BaseMessages;
import org.jhss.peer.base.OwnIdentity;
import org.jhss.peer.metrics.PeerMetrics;
import org.jhss.peer.policy.ConnectionSlots;
import org.jhss.peer.policy.PolicyChecks;

/**
 * What all connections of the process share.
 *
 * @param settings time-outs and bounds
 * @param own who we are
 * @param messages writes the base protocol's messages
 * @param answers writes error answers
 * @param listener hears what concerns a peer as a whole
 * @param metrics counters
 * @param checks what is done with findings about peers and their requests
 * @param slots places of connections without capabilities exchange
 */
public record ConnectionContext(
        ConnectionSettings settings,
        OwnIdentity own,
        BaseMessages messages,
        Answers answers,
        ConnectionListener listener,
        PeerMetrics metrics,
        PolicyChecks checks,
        ConnectionSlots slots) {}
