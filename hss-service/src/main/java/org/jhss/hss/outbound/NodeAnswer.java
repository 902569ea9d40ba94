// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.outbound;

import org.jhss.diameter.message.ExperimentalResultCode;

/** What the result of a request means for whoever would repeat it. */
public enum NodeAnswer {
    /** The node did it. */
    DONE(true),
    /** The node does not know the subscriber, so that there is nothing left to do at it. */
    UNKNOWN_SUBSCRIBER(true),
    /** The node will not do it, however often it is asked. */
    REFUSED(true),
    /** The node was not reached, or could not do it now. */
    NOT_NOW(false);

    private static final int THOUSAND = 1000;
    private static final int PERMANENT_FAILURES = 5;

    private final boolean definite;

    NodeAnswer(boolean definite) {
        this.definite = definite;
    }

    /** Whether asking again would give nothing new. */
    public boolean isFinal() {
        return definite;
    }

    /** The meaning of {@code result}: permanent failures (RFC 6733 7.1.5) are final, protocol errors and transient ones are not. */
    public static NodeAnswer of(OutboundResult result) {
        if (result.isSuccess()) {
            return DONE;
        }
        if (!(result instanceof OutboundResult.Answer answer)) {
            return NOT_NOW;
        }
        var unknown = ExperimentalResultCode.USER_UNKNOWN;
        if (answer.code() == unknown.value() && answer.vendorId() == unknown.vendorId()) {
            return UNKNOWN_SUBSCRIBER;
        }
        return answer.code() / THOUSAND == PERMANENT_FAILURES ? REFUSED : NOT_NOW;
    }
}
