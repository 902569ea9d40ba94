// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.engine;

import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** What happened on the connections of one thread. */
final class LinkStats {

    final Histogram watchdog = Histograms.fine();
    final Map<String, Long> requestsReceived = new TreeMap<>();
    long connects;
    long failedConnects;
    long disconnects;
    long disconnectRequests;
    long watchdogsLost;
    long octetsSent;
    long octetsReceived;
    long malformed;
}
