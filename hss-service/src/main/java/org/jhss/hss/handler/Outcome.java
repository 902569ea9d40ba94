// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.handler;

import org.jhss.diameter.message.Avp;
import org.jhss.diameter.message.ExperimentalResultCode;
import org.jhss.diameter.message.ResultCode;

/** How the handling of a request ended. */
public sealed interface Outcome {

    /** The answer is written (or is just its head, when the handler wrote nothing); the message's changes are kept. */
    static Outcome answered() {
        return Answered.INSTANCE;
    }

    /** The request fails with a Result-Code. */
    static DiameterError error(ResultCode code) {
        return error(Result.of(code));
    }

    /** The request fails with an Experimental-Result of 3GPP. */
    static DiameterError error(ExperimentalResultCode code) {
        return error(Result.of(code));
    }

    /** The request fails. */
    static DiameterError error(Result result) {
        return new DiameterError(result, FailedAvp.NONE, "", AnswerDetail.NONE);
    }

    /** No answer leaves. For what must not be answered only: silence makes peers retransmit. */
    static Outcome drop(String reason) {
        return new Drop(reason);
    }

    /** See {@link Outcome#answered()}. */
    final class Answered implements Outcome {
        private static final Answered INSTANCE = new Answered();

        private Answered() {}
    }

    /**
     * An error answer, written in place of what the handler wrote. The message's changes in the unit of work are dropped.
     *
     * @param result the code
     * @param failedAvp the AVP at fault (RFC 6733 7.5)
     * @param errorMessage Error-Message (RFC 6733 7.3), "" for none; never a secret
     * @param detail further AVPs of the answer
     */
    record DiameterError(Result result, FailedAvp failedAvp, String errorMessage, AnswerDetail detail)
            implements Outcome {

        /** The same error, naming the AVP at fault. */
        public DiameterError withFailedAvp(Avp avp) {
            return withFailedAvp(FailedAvp.copyOf(avp));
        }

        /** The same error, naming the AVP at fault. */
        public DiameterError withFailedAvp(FailedAvp avp) {
            return new DiameterError(result, avp, errorMessage, detail);
        }

        /** The same error with words for a human. */
        public DiameterError withMessage(String message) {
            return new DiameterError(result, failedAvp, message, detail);
        }

        /** The same error with further AVPs. */
        public DiameterError with(AnswerDetail more) {
            return new DiameterError(result, failedAvp, errorMessage, more);
        }
    }

    /**
     * See {@link Outcome#drop}.
     *
     * @param reason why, for the log
     */
    record Drop(String reason) implements Outcome {}
}
