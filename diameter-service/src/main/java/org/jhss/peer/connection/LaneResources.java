// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.connection;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jhss.peer.metrics.OverloadMetrics;
import org.jhss.peer.overload.OverloadControl;
import org.jhss.peer.pending.DuplicateCache;
import org.jhss.platform.bus.Bus;
import org.jhss.platform.bus.BusProducer;

/**
 * What the lanes share.
 *
 * @param bus where answers to our own requests go
 * @param producer where peers' requests go
 * @param replyStream where hss-service is to send the answers
 * @param duplicates requests seen lately
 * @param overload lets requests in, of all lanes together
 * @param overloadMetrics counts what it does not let in
 * @param draining set when no new request is to be taken
 * @param peers finds the way to a peer
 */
public record LaneResources(
        Bus bus,
        BusProducer producer,
        String replyStream,
        DuplicateCache duplicates,
        OverloadControl overload,
        OverloadMetrics overloadMetrics,
        AtomicBoolean draining,
        PeerLookup peers) {}
