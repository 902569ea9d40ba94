// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.command;

import org.jhss.diameter.message.Message;

/** Looks into answers that report success. Used by one thread. */
@FunctionalInterface
public interface AnswerJudge {

    /** Asks for nothing. */
    AnswerJudge CONTENT = (answer, subscriber, findings) -> {};

    /**
     * Judges one answer.
     *
     * @param subscriber place in the range of subscribers
     * @param findings where faults are counted
     */
    void judge(Message answer, int subscriber, Findings findings);
}
