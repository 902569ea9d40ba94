// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.report;

import java.time.Duration;

/**
 * How the generator itself fared, to tell whether it was what held the run up.
 *
 * @param cpu processor time of its threads since requests began
 * @param cpuMicrosPerRequest the same for each request sent
 * @param sendDelay how long after its time by the schedule a request left, in open loop
 * @param unsent requests that the schedule of the open loop gave and that found no connection until they timed out
 * @param retransmitted requests sent again with the T bit
 */
public record GeneratorReport(
        Duration cpu, double cpuMicrosPerRequest, Latency sendDelay, long unsent, long retransmitted) {}
