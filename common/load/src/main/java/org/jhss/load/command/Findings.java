// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.command;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Counts what judges find. Used by one thread. */
public final class Findings {

    private final Map<VectorFault, Long> vectorFaults = new EnumMap<>(VectorFault.class);
    private long vectorsSeen;
    private long vectorsChecked;
    private long repeatedSqns;
    private long sqnsNotRemembered;
    private long incompleteAnswers;

    /** Vectors have come. */
    public void vectors(int count) {
        vectorsSeen += count;
    }

    /** A vector was computed again and agrees. */
    public void goodVector() {
        vectorsChecked++;
    }

    /** A vector was computed again and does not agree. */
    public void wrongVector(VectorFault fault) {
        vectorsChecked++;
        vectorFaults.merge(fault, 1L, Long::sum);
    }

    /** A subscriber got the same SQN twice. */
    public void repeatedSqn() {
        repeatedSqns++;
    }

    /** An SQN was compared, but not remembered. */
    public void sqnNotRemembered() {
        sqnsNotRemembered++;
    }

    /** A success lacks what it must hold. */
    public void incompleteAnswer() {
        incompleteAnswers++;
    }

    public long vectorsSeen() {
        return vectorsSeen;
    }

    public long vectorsChecked() {
        return vectorsChecked;
    }

    public long repeatedSqns() {
        return repeatedSqns;
    }

    public long sqnsNotRemembered() {
        return sqnsNotRemembered;
    }

    public long incompleteAnswers() {
        return incompleteAnswers;
    }

    /** How many vectors were wrong in which way; only ways that occurred. */
    public Map<VectorFault, Long> vectorFaults() {
        return Collections.unmodifiableMap(vectorFaults);
    }
}
