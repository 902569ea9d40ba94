// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.report;

import java.util.List;

/**
 * One entry of the mix.
 *
 * @param label the command, with its priority when it has one
 * @param requests what became of them
 * @param codes how they were answered, the most frequent first
 * @param latency of those answered
 */
public record CommandReport(String label, RequestCounts requests, List<CodeCount> codes, Latency latency) {

    public CommandReport {
        codes = List.copyOf(codes);
    }
}
