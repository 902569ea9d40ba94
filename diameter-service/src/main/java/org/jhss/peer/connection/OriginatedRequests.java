// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.connection;

import java.util.concurrent.TimeUnit;
import org.jhss.diameter.message.Header;
import org.jhss.identity.PeerHost;
import org.jhss.platform.bus.Outbox;
import org.jhss.platform.bus.frame.BusMessage;
import org.jhss.platform.bus.frame.Envelope;
import org.jhss.platform.bus.frame.MessageStatus;

/** Requests that services of ours originate, on their way to the connection that is to send them and back with what became of them. One per lane. */
final class OriginatedRequests {

    private final Lane lane;
    private final LaneResources resources;
    private final Outbox outbox;
    private final OutgoingDeadlines deadlines = new OutgoingDeadlines();

    OriginatedRequests(Lane lane, LaneResources resources) {
        this.lane = lane;
        this.resources = resources;
        this.outbox = resources.bus().outbox();
    }

    /** Sends a request over the connection that it names, or another one to the same peer. */
    void send(BusMessage message) {
        var envelope = message.envelope();
        long left = envelope.deadlineMillis() == 0
                ? lane.context().settings().requestTimeout().toMillis()
                : envelope.deadlineMillis() - System.currentTimeMillis();
        if (message.length() < Header.LENGTH || !Header.isRequest(message.buffer(), message.offset())) {
            reply(envelope, MessageStatus.FAILED, message.buffer(), 0, 0);
            return;
        }
        if (left <= 0) {
            reply(envelope, MessageStatus.TIMEOUT, message.buffer(), 0, 0);
            return;
        }
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(left);
        var connection = lane.connection(envelope.connectionId());
        if (connection != null && connection.phase() == ConnectionPhase.OPEN) {
            connection.send(message, deadline);
            return;
        }
        var other = PeerHost.parse(envelope.peer()).flatMap(resources.peers()::open);
        if (other.isPresent()) {
            var way = other.get();
            way.run(() -> way.send(message, deadline));
        } else {
            reply(envelope, MessageStatus.NO_PEER, message.buffer(), 0, 0);
        }
    }

    void await(OutgoingRequests.Waiting request) {
        deadlines.add(request);
    }

    void expire(long nowNanos) {
        deadlines.expire(nowNanos);
    }

    /** Tells the originator of a request what became of it, at the end of this turn of the event loop. */
    void reply(Envelope request, MessageStatus status, byte[] octets, int offset, int length) {
        if (!request.replyTo().isEmpty()) {
            outbox.to(request.replyTo()).add(request.answer(status), octets, offset, length);
            lane.scheduleFlush();
        }
    }

    void flush() {
        if (!outbox.isEmpty()) {
            var _ = resources.bus().send(outbox);
        }
    }
}
