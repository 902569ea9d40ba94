// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.transport.sctp;

import com.sun.nio.sctp.AbstractNotificationHandler;
import com.sun.nio.sctp.AssociationChangeNotification;
import com.sun.nio.sctp.HandlerResult;
import com.sun.nio.sctp.PeerAddressChangeNotification;
import com.sun.nio.sctp.SendFailedNotification;
import com.sun.nio.sctp.ShutdownNotification;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jhss.platform.logging.RateLimitedLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears what the kernel tells of one association: its life and its paths (RFC 6458 6.1). On the association's event loop only. */
final class AssociationEvents extends AbstractNotificationHandler<AssociationChannel> {

    private static final Logger LOG = LoggerFactory.getLogger(AssociationEvents.class);
    private static final RateLimitedLog QUIET = new RateLimitedLog(LOG, 10, Duration.ofSeconds(10));

    private final SctpMetrics metrics;
    private final Set<SocketAddress> unreachable = new HashSet<>();

    AssociationEvents(SctpMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public HandlerResult handleNotification(AssociationChangeNotification notification, AssociationChannel channel) {
        var event = notification.event();
        metrics.event(event);
        switch (event) {
            case COMM_UP -> LOG.debug("association with {}: {}", channel.primaryAddress(), event);
            case SHUTDOWN -> {
                // Whoever sent the first SHUTDOWN is told of the end by this alone: Linux gives it no end of file.
                LOG.debug("association with {}: {}", channel.primaryAddress(), event);
                channel.ended();
            }
            case COMM_LOST, CANT_START -> {
                QUIET.atInfo("lost")
                        .addKeyValue("remote", channel.primaryAddress())
                        .log("SCTP association lost: aborted by the peer, or none of its addresses answers");
                channel.lost();
            }
            case RESTART -> {
                // The peer has forgotten everything (RFC 9260 5.2), its CER included; only a new connection puts that
                // right.
                QUIET.atWarn("restart")
                        .addKeyValue("remote", channel.primaryAddress())
                        .log("SCTP association restarted by the peer; closing it");
                channel.lost();
            }
        }
        return channel.isOver() ? HandlerResult.RETURN : HandlerResult.CONTINUE;
    }

    @Override
    public HandlerResult handleNotification(PeerAddressChangeNotification notification, AssociationChannel channel) {
        var event = notification.event();
        var path = notification.address();
        metrics.event(event);
        switch (event) {
            case ADDR_UNREACHABLE -> {
                if (unreachable.add(path)) {
                    metrics.unreachablePaths(1);
                    QUIET.atWarn("unreachable")
                            .addKeyValue("remote", channel.primaryAddress())
                            .addKeyValue("path", path)
                            .log("SCTP path to peer lost; its other addresses go on");
                }
            }
            case ADDR_AVAILABLE, ADDR_CONFIRMED -> {
                if (unreachable.remove(path)) {
                    metrics.unreachablePaths(-1);
                    QUIET.atInfo("available")
                            .addKeyValue("remote", channel.primaryAddress())
                            .addKeyValue("path", path)
                            .log("SCTP path to peer is back");
                }
            }
            case ADDR_REMOVED -> {
                if (unreachable.remove(path)) {
                    metrics.unreachablePaths(-1);
                }
            }
            case ADDR_ADDED, ADDR_MADE_PRIMARY ->
                LOG.debug("association with {}: {} {}", channel.primaryAddress(), event, path);
        }
        return HandlerResult.CONTINUE;
    }

    @Override
    public HandlerResult handleNotification(SendFailedNotification notification, AssociationChannel channel) {
        metrics.undelivered();
        return HandlerResult.CONTINUE;
    }

    @Override
    public HandlerResult handleNotification(ShutdownNotification notification, AssociationChannel channel) {
        // What the peer sent before is read first; then comes the end of the association.
        return HandlerResult.CONTINUE;
    }

    /** The association is gone, and its paths with it. */
    void end() {
        metrics.unreachablePaths(-unreachable.size());
        unreachable.clear();
    }
}
