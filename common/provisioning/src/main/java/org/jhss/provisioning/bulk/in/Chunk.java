// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.in;

import java.util.List;

/**
 * Records that are written in one transaction.
 *
 * @param records the good ones
 * @param problems of those that were wrong by themselves
 * @param rejected how many were wrong by themselves
 * @param last the number of the last of all
 * @param end whether nothing comes after it
 */
record Chunk(List<SubscriberRecord> records, List<RecordProblem> problems, int rejected, long last, boolean end) {}
