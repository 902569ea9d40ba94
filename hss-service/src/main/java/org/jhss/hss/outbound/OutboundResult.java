// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.outbound;

import org.jhss.diameter.message.Message;

/** What became of a request that we originated. */
public sealed interface OutboundResult {

    /** Whether the peer did what it was asked for. */
    default boolean isSuccess() {
        return this instanceof Answer answer && answer.code() / 1000 == 2;
    }

    /** The outcome in a word, for metrics and callers: a result code, or NO_PEER, TIMEOUT, DISCONNECTED, FAILED. */
    default String text() {
        return switch (this) {
            case Answer answer -> Integer.toString(answer.code());
            case NoPeer _ -> "NO_PEER";
            case Timeout _ -> "TIMEOUT";
            case Disconnected _ -> "DISCONNECTED";
            case Failed _ -> "FAILED";
        };
    }

    /**
     * The peer answered, with success or not.
     *
     * @param vendorId the vendor of an Experimental-Result-Code; 0 for a Result-Code
     * @param code the Result-Code or Experimental-Result-Code; 0 when the answer has neither
     * @param message the answer, with a reader of its own: it may be kept
     */
    record Answer(int vendorId, int code, Message message) implements OutboundResult {}

    /** No connection leads to the destination. */
    record NoPeer() implements OutboundResult {}

    /** No answer came in time; the peer may or may not have acted. */
    record Timeout() implements OutboundResult {}

    /** The connection broke before the answer came, and no other leads there; the peer may or may not have acted. */
    record Disconnected() implements OutboundResult {}

    /**
     * The request never left, since the queue is away or full; or the answer was unreadable.
     *
     * @param reason for people
     */
    record Failed(String reason) implements OutboundResult {}
}
