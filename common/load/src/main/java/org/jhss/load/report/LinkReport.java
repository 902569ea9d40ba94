// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.report;

import java.util.Map;

/**
 * What happened on the connections.
 *
 * @param open peers connected now
 * @param connects connections whose capabilities exchange succeeded
 * @param failedConnects attempts that failed, by the network or by the HSS's answer
 * @param disconnects connections that ended and that we did not end
 * @param disconnectRequests DPRs received
 * @param requestsReceived requests from the HSS by command, such as CLR; all were answered with success
 * @param watchdog how promptly DWA came
 * @param watchdogsLost DWRs of ours that were not answered before the next was due
 * @param octetsSent Diameter octets
 * @param octetsReceived Diameter octets
 */
public record LinkReport(
        int open,
        long connects,
        long failedConnects,
        long disconnects,
        long disconnectRequests,
        Map<String, Long> requestsReceived,
        Latency watchdog,
        long watchdogsLost,
        long octetsSent,
        long octetsReceived) {

    public LinkReport {
        requestsReceived = Map.copyOf(requestsReceived);
    }
}
