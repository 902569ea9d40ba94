// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.report;

/**
 * How much the absence of faults is worth.
 *
 * @param vectorsSeen vectors in answers
 * @param vectorsChecked of these, computed again; only their SQNs are known and compared
 * @param sqnsRemembered pairs of subscriber and SQN that were remembered
 * @param sqnsNotRemembered pairs that were compared with those, but for which there was no room
 */
public record ChecksDone(long vectorsSeen, long vectorsChecked, long sqnsRemembered, long sqnsNotRemembered) {}
