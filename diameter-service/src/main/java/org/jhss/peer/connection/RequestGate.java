// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.connection;

import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.message.Header;
import org.jhss.diameter.message.Malformation;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.ResultCode;
import org.jhss.peer.framing.FramingError;
import org.jhss.peer.metrics.CommandCounters;
import org.jhss.peer.metrics.OverloadMetrics;
import org.jhss.peer.overload.Admission;
import org.jhss.peer.overload.MessagePriority;
import org.jhss.peer.overload.OverloadReports;
import org.jhss.peer.pending.DuplicateCache;
import org.jhss.peer.pending.PendingRequest;
import org.jhss.platform.bus.BusProducer;
import org.jhss.platform.bus.frame.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * Lets peers' requests onto the bus, or answers them at once. What is checked here needs only the header and the routing AVPs; grammar
 * and content are hss-service's. One per event loop.
 */
final class RequestGate {

    private static final byte[] NO_AVP = new byte[0];

    private final Lane lane;
    private final ConnectionContext context;
    private final BusProducer producer;
    private final String replyStream;
    private final DuplicateCache duplicates;
    private final Admission admission;
    private final OverloadMetrics overload;
    private final boolean reporting;
    private final CommandCounters commands;
    private final long timeoutNanos;
    private final long queueMillis;
    private final RequestChecks checks;

    RequestGate(Lane lane, LaneResources resources) {
        this.lane = lane;
        this.context = lane.context();
        this.producer = resources.producer();
        this.replyStream = resources.replyStream();
        this.duplicates = resources.duplicates();
        this.admission = resources.overload().admission();
        this.overload = resources.overloadMetrics();
        this.reporting = resources.overload().isReporting();
        this.commands = new CommandCounters(context.metrics());
        var settings = context.settings();
        this.timeoutNanos = settings.requestTimeout().toNanos();
        this.queueMillis = queueTime(settings.requestTimeout().toMillis());
        this.checks = new RequestChecks(context);
    }

    /** The deadline on the queue lies before the owner's own, so that an answer made just in time still comes back in time. */
    private static long queueTime(long timeoutMillis) {
        return timeoutMillis - Math.min(timeoutMillis / 10, 250);
    }

    /** Takes a request of an application on an open connection. */
    void request(Connection connection, byte[] octets, int length) {
        switch (lane.reader().read(octets, 0, length)) {
            case Malformation malformation -> reject(connection, malformation);
            case Message message -> {
                commands.count(message.applicationId(), message.commandCode());
                var refusal = checks.refusal(connection, message);
                if (refusal == null) {
                    queue(connection, message, octets, length);
                } else {
                    reject(connection, message, refusal);
                }
            }
        }
    }

    private void queue(Connection connection, Message message, byte[] octets, int length) {
        var waiting = admit(connection, message, length);
        if (waiting == null) {
            reject(connection, message, ResultCode.TOO_BUSY, NO_AVP);
            return;
        }
        long now = System.currentTimeMillis();
        long key = duplicateKey(message);
        waiting.keep(message, System.nanoTime() + timeoutNanos, key);
        lane.await(waiting);
        if (key != 0 && message.isRetransmitted() && sentBefore(connection, waiting, octets, length, now)) {
            return;
        }
        offer(connection, waiting, octets, length, now);
    }

    /** An entry for one more request, or null when there are too many already. */
    private @Nullable PendingRequest admit(Connection connection, Message message, int length) {
        if (lane.isDraining()) {
            return null;
        }
        int priority = MessagePriority.of(message);
        if (!admission.enter(priority, length)) {
            overload.refused(priority);
            return null;
        }
        var waiting = connection.pending().acquire();
        if (waiting == null) {
            admission.leave(priority, length);
            overload.refused(priority);
            return null;
        }
        waiting.treat(priority, asksForReports(message));
        return waiting;
    }

    private boolean asksForReports(Message message) {
        return reporting && OverloadReports.isAskedFor(message);
    }

    /** Whether the answer of an earlier copy of this request is, or will be, the answer to this one too. */
    private boolean sentBefore(
            Connection connection, PendingRequest waiting, byte[] octets, int length, long nowMillis) {
        switch (duplicates.find(waiting.duplicateKey(), nowMillis)) {
            case DuplicateCache.Unknown _ -> {
                return false;
            }
            case DuplicateCache.Answered earlier -> {
                byte[] answer = earlier.answer();
                if (!Octets.sameSession(answer, waiting.skeleton())) {
                    return false;
                }
                context.metrics().duplicate();
                lane.repeatAnswer(connection, answer, waiting);
                lane.settle(waiting);
                return true;
            }
            case DuplicateCache.Waiting earlier -> {
                byte[] copy = java.util.Arrays.copyOf(octets, length);
                var follower = new PendingRequest.Follower(connection.id(), waiting.ticket(), copy);
                lane.follow(earlier, follower, waiting.skeletonCopy());
                return true;
            }
        }
    }

    /** Queues a request that already waits, unless it was answered meanwhile. */
    void offerAgain(Connection connection, PendingRequest waiting, byte[] octets) {
        offer(connection, waiting, octets, octets.length, System.currentTimeMillis());
    }

    private void offer(Connection connection, PendingRequest waiting, byte[] octets, int length, long now) {
        if (waiting.duplicateKey() != 0) {
            duplicates.waiting(waiting.duplicateKey(), connection.id(), waiting.ticket(), now);
        }
        var envelope = Envelope.requestIn(
                connection.id(),
                waiting.ticket(),
                now,
                now + queueMillis,
                connection.peer().name(),
                replyStream);
        switch (producer.append(envelope, octets, 0, length)) {
            case ACCEPTED -> {
                context.metrics().requestQueued();
                lane.appended();
            }
            case OVERLOADED -> lane.answerLate(waiting, ResultCode.TOO_BUSY);
            case UNAVAILABLE, NO_READER -> lane.answerLate(waiting, ResultCode.UNABLE_TO_DELIVER);
        }
    }

    private static long duplicateKey(Message message) {
        var host = message.find(Base.ORIGIN_HOST);
        return host.isPresent()
                ? DuplicateCache.key(host.buffer(), host.valueOffset(), host.valueLength(), message.endToEnd())
                : 0;
    }

    // --- errors ---

    void reject(Connection connection, Message message, ResultCode code, byte[] failedAvp) {
        context.metrics().refused(code);
        context.answers().error(lane.startWriting(), message, code, "", failedAvp);
        lane.sendAnswer(connection, message.hopByHop(), asksForReports(message));
    }

    /** Answers a request of which only the skeleton is left. */
    void reject(Connection connection, Message skeleton, ResultCode code, boolean reports) {
        context.metrics().refused(code);
        context.answers().error(lane.startWriting(), skeleton, code);
        lane.sendAnswer(connection, skeleton.hopByHop(), reports);
    }

    private void reject(Connection connection, Message message, Refusal refusal) {
        context.metrics().refused(refusal.code());
        byte[] failedAvp = NO_AVP;
        if (refusal.failedAvp() != Refusal.NO_AVP) {
            var avp = message.avpAt(refusal.failedAvp());
            failedAvp = java.util.Arrays.copyOfRange(avp.buffer(), avp.offset(), avp.offset() + avp.length());
        }
        context.answers().error(lane.startWriting(), message, refusal.code(), refusal.text(), failedAvp);
        lane.sendAnswer(connection, message.hopByHop(), asksForReports(message));
    }

    void reject(Connection connection, Malformation malformation) {
        if (malformation.isAnswerable()) {
            context.metrics().refused(malformation.resultCode());
            context.answers().error(lane.startWriting(), malformation);
            lane.sendAnswer(connection);
        }
    }

    /** Answers a request of which only the header can be used. */
    void answerUnframeable(Connection connection, byte[] header, FramingError error) {
        var code = error == FramingError.UNSUPPORTED_VERSION
                ? ResultCode.UNSUPPORTED_VERSION
                : ResultCode.INVALID_MESSAGE_LENGTH;
        context.metrics().refused(code);
        Octets.makeBareHeader(header);
        if (lane.reader().read(header, 0, Header.LENGTH) instanceof Message message) {
            context.answers().error(lane.startWriting(), message, code, error.label(), NO_AVP);
            lane.sendAnswer(connection);
        }
    }
}
