// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.report;

import java.util.Map;

/**
 * What must not occur, of the whole run with its warm-up.
 *
 * @param duplicateAnswers to a request that was answered already
 * @param lateAnswers that came after the request's time-out, or after the deadline where one was given
 * @param unsolicited answers to nothing that this connection carried
 * @param mismatched answers whose end-to-end identifier, command, application or session is not the request's
 * @param malformed messages that cannot be read
 * @param wrongVectors vectors that the subscriber's card would not take, by what is wrong first
 * @param repeatedSqns sequence numbers that a subscriber got twice
 * @param incompleteAnswers successes that lack what they must hold: vectors, Subscription-Data, Equipment-Status
 */
public record Faults(
        long duplicateAnswers,
        long lateAnswers,
        long unsolicited,
        long mismatched,
        long malformed,
        Map<String, Long> wrongVectors,
        long repeatedSqns,
        long incompleteAnswers) {

    public Faults {
        wrongVectors = Map.copyOf(wrongVectors);
    }

    /** Vectors with any fault. */
    public long wrongVectorCount() {
        return wrongVectors.values().stream().mapToLong(Long::longValue).sum();
    }

    /** All of them together. */
    public long total() {
        return duplicateAnswers
                + lateAnswers
                + unsolicited
                + mismatched
                + malformed
                + wrongVectorCount()
                + repeatedSqns
                + incompleteAnswers;
    }
}
