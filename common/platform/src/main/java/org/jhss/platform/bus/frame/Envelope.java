// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus.frame;

/**
 * What the bus knows of a message besides its payload.
 *
 * @param kind what it is
 * @param status the outcome that an answer or reply reports
 * @param connectionId the connection that the request came by or the message goes by, unique within its owner; 0 for none
 * @param correlationId ties answer to request, chosen by who asks
 * @param arrivalMillis when the work arrived at its first process, in milliseconds since 1970-01-01 UTC
 * @param deadlineMillis when nobody waits for it any more, likewise; 0 for never
 * @param peer Origin-Host of the adjacent connection (RFC 6733 6.3), for a call the call's name; at most 65535 octets of UTF-8
 * @param replyTo the stream that the answer goes to, or ""; at most 65535 octets
 */
public record Envelope(
        MessageKind kind,
        MessageStatus status,
        long connectionId,
        long correlationId,
        long arrivalMillis,
        long deadlineMillis,
        String peer,
        String replyTo) {

    /** A request from a peer. */
    public static Envelope requestIn(
            long connectionId,
            long correlationId,
            long arrivalMillis,
            long deadlineMillis,
            String peer,
            String replyTo) {
        return new Envelope(
                MessageKind.REQUEST_IN,
                MessageStatus.OK,
                connectionId,
                correlationId,
                arrivalMillis,
                deadlineMillis,
                peer,
                replyTo);
    }

    /** A request of our own for {@code peer}; a connection id of 0 leaves the choice of connection to the owner. */
    public static Envelope requestOut(
            long connectionId,
            long correlationId,
            long arrivalMillis,
            long deadlineMillis,
            String peer,
            String replyTo) {
        return new Envelope(
                MessageKind.REQUEST_OUT,
                MessageStatus.OK,
                connectionId,
                correlationId,
                arrivalMillis,
                deadlineMillis,
                peer,
                replyTo);
    }

    /** A call of {@code name}. */
    public static Envelope call(
            String name, long correlationId, long arrivalMillis, long deadlineMillis, String replyTo) {
        return new Envelope(
                MessageKind.CALL, MessageStatus.OK, 0, correlationId, arrivalMillis, deadlineMillis, name, replyTo);
    }

    /** The envelope of the successful answer to this. */
    public Envelope answer() {
        return answer(MessageStatus.OK);
    }

    /**
     * The envelope of the answer to this: same connection, correlation, arrival and deadline, nothing to reply to.
     *
     * @throws IllegalStateException when this is an answer itself
     */
    public Envelope answer(MessageStatus outcome) {
        var answering = switch (kind) {
            case REQUEST_IN -> MessageKind.ANSWER_OUT;
            case REQUEST_OUT -> MessageKind.ANSWER_IN;
            case CALL -> MessageKind.REPLY;
            case ANSWER_OUT, ANSWER_IN, REPLY -> throw new IllegalStateException("an answer has no answer");
        };
        return new Envelope(answering, outcome, connectionId, correlationId, arrivalMillis, deadlineMillis, peer, "");
    }

    /** Whether nobody waits for this any more at {@code nowMillis}. */
    public boolean expiredAt(long nowMillis) {
        return deadlineMillis != 0 && nowMillis >= deadlineMillis;
    }
}
