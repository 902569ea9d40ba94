// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.transport.sctp;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/**
 * Parameters of SCTP and its associations.
 *
 * @param timing times of the kernel's SCTP
 * @param maxStreams streams asked for in each direction, from 1 to 65535
 * @param local our addresses ({@code hss.bind_ip}), which associations that we set up have too where they can
 * @param writeBuffer octets waiting for one peer from which on it counts as slow
 * @param maxMessageSize octets of the longest Diameter message
 */
public record SctpSettings(
        Timing timing, int maxStreams, List<InetAddress> local, int writeBuffer, int maxMessageSize) {

    /**
     * Protocol parameters of RFC 9260 16, all in whole milliseconds.
     *
     * @param rtoInitial RTO.Initial
     * @param rtoMin RTO.Min
     * @param rtoMax RTO.Max
     * @param heartbeat HB.interval
     * @param pathMaxRetrans Path.Max.Retrans
     */
    public record Timing(
            Duration rtoInitial, Duration rtoMin, Duration rtoMax, Duration heartbeat, int pathMaxRetrans) {}
}
