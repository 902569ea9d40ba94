// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.engine;

import org.HdrHistogram.Histogram;
import org.jhss.load.report.RequestCounts;

/** What became of one entry of the mix in one thread. */
final class EntryStats {

    final Histogram latency = Histograms.fine();
    final CodeCounter codes = new CodeCounter();
    long sent;
    long answered;
    long succeeded;
    long refused;
    long lost;
    long ended;

    RequestCounts counts() {
        return new RequestCounts(sent, answered, succeeded, refused, lost, ended, sent - answered - lost - ended);
    }
}
