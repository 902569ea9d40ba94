// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.command;

import org.jhss.load.plan.Checks;
import org.jhss.load.plan.PeerSet;

/**
 * What judges need.
 *
 * @param checks how closely to look
 * @param peers what the peers have in common
 * @param sqns the sequence numbers seen so far, shared by all threads
 */
public record JudgeContext(Checks checks, PeerSet peers, SqnMemory sqns) {}
