// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.outbound;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.message.Malformation;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.ResultCode;
import org.jhss.platform.bus.Bus;
import org.jhss.platform.bus.calls.Replies;
import org.jhss.platform.bus.calls.Reply;
import org.jhss.platform.bus.frame.Envelope;
import org.jhss.platform.bus.frame.MessageStatus;
import org.jhss.platform.bus.peers.PeerLocation;
import org.jhss.platform.bus.peers.PeerRegistry;
import org.jhss.platform.config.HssConfig;
import org.jhss.platform.logging.RateLimitedLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends requests over the bus to the diameter-service instance that owns the connection, and takes the answer from this process's
 * replies. When a connection fails, the next one that leads there is tried with the T bit set (RFC 6733 5.5.4), as long as the
 * request's time lasts.
 */
public final class BusRequestSender implements RequestSender {

    private static final Logger LOG = LoggerFactory.getLogger(BusRequestSender.class);
    private static final int LINES_PER_INTERVAL = 10;
    private static final Duration LOG_INTERVAL = Duration.ofSeconds(10);

    private final Replies replies;
    private final NextHops nextHops;
    private final RequestEncoder encoder;
    private final Duration timeout;
    private final InstantSource clock;
    private final OutboundMeters meters;
    private final RateLimitedLog log = new RateLimitedLog(LOG, LINES_PER_INTERVAL, LOG_INTERVAL);

    /**
     * @param config identity, time-out and the fallback to agents
     */
    public BusRequestSender(
            Bus bus,
            Replies replies,
            PeerRegistry peers,
            HssConfig config,
            InstantSource clock,
            OutboundMeters meters) {
        this.replies = replies;
        this.nextHops = new NextHops(peers, bus.keys(), config.peering().draFallback());
        this.encoder = new RequestEncoder(
                config.identity(),
                new Identifiers(config.identity().originHost(), bus.instance(), clock),
                config.processing().originatedPriority());
        this.timeout = config.processing().requestTimeout();
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public CompletableFuture<OutboundResult> send(OutboundRequest request) {
        long started = clock.millis();
        return start(request, started + timeout.toMillis())
                .exceptionally(failure -> new OutboundResult.Failed(failure.toString()))
                .whenComplete((result, _) -> report(request, result, clock.millis() - started));
    }

    private CompletableFuture<OutboundResult> start(OutboundRequest request, long deadline) {
        List<PeerLocation> hops;
        byte[] message;
        try {
            hops = nextHops.find(request);
            message = hops.isEmpty() ? new byte[0] : encoder.encode(request);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
        return hops.isEmpty()
                ? CompletableFuture.completedFuture(new OutboundResult.NoPeer())
                : attempt(message, hops, 0, deadline);
    }

    private CompletableFuture<OutboundResult> attempt(
            byte[] message, List<PeerLocation> hops, int index, long deadline) {
        var hop = hops.get(index);
        long now = clock.millis();
        var host = hop.peer().identity().host().map(Object::toString).orElse("");
        var envelope = Envelope.requestOut(
                hop.connectionId(), replies.nextCorrelationId(), now, deadline, host, replies.address());
        return replies.request(hop.outbound(), envelope, message, Duration.ofMillis(Math.max(1, deadline - now)))
                .thenCompose(reply -> {
                    boolean last = index + 1 == hops.size() || clock.millis() >= deadline;
                    if (last || !worthAnother(reply)) {
                        return CompletableFuture.completedFuture(result(reply));
                    }
                    if (mayHaveArrived(reply.status())) {
                        RequestEncoder.markRetransmitted(message);
                    }
                    return attempt(message, hops, index + 1, deadline);
                });
    }

    /** Whether another way may lead there: the connection failed, or a node on the way could not deliver (RFC 6733 7.1.3). */
    private static boolean worthAnother(Reply reply) {
        return switch (reply.status()) {
            case NO_PEER, DISCONNECTED, UNAVAILABLE, OVERLOADED -> true;
            case OK ->
                result(reply) instanceof OutboundResult.Answer answer
                        && answer.vendorId() == 0
                        && (answer.code() == ResultCode.UNABLE_TO_DELIVER.value()
                                || answer.code() == ResultCode.TOO_BUSY.value());
            case TIMEOUT, UNKNOWN_CALL, FAILED -> false;
        };
    }

    private static boolean mayHaveArrived(MessageStatus status) {
        return status == MessageStatus.DISCONNECTED || status == MessageStatus.UNAVAILABLE;
    }

    private static OutboundResult result(Reply reply) {
        return switch (reply.status()) {
            case OK -> answer(reply);
            case NO_PEER -> new OutboundResult.NoPeer();
            case TIMEOUT -> new OutboundResult.Timeout();
            case DISCONNECTED -> new OutboundResult.Disconnected();
            case UNAVAILABLE -> new OutboundResult.Failed("the bus or the connection's owner is not there");
            case OVERLOADED -> new OutboundResult.Failed("too much is outstanding towards the peer");
            case UNKNOWN_CALL, FAILED -> new OutboundResult.Failed("the connection's owner could not send it");
        };
    }

    private static OutboundResult answer(Reply reply) {
        if (reply.message().isEmpty()) {
            return new OutboundResult.Failed("an answer without a message");
        }
        return switch (Message.parse(reply.message().get().payload())) {
            case Malformation malformation -> new OutboundResult.Failed("unreadable answer: " + malformation);
            case Message message -> {
                var experimental = message.find(Base.EXPERIMENTAL_RESULT);
                yield experimental.isPresent()
                        ? new OutboundResult.Answer(
                                experimental.integer32(Base.VENDOR_ID, 0),
                                experimental.integer32(Base.EXPERIMENTAL_RESULT_CODE, 0),
                                message)
                        : new OutboundResult.Answer(0, message.integer32(Base.RESULT_CODE, 0), message);
            }
        };
    }

    private void report(OutboundRequest request, OutboundResult result, long millis) {
        var text = result.text();
        meters.count(request.command(), result, millis);
        if (!result.isSuccess()) {
            var reason = result instanceof OutboundResult.Failed failed ? failed.reason() : text;
            log.atWarn(request.command().abbreviation())
                    .addKeyValue("command", request.command().abbreviation())
                    .addKeyValue(
                            "destination",
                            request.destinationHost()
                                    .map(Object::toString)
                                    .orElseGet(() -> request.destinationRealm().value()))
                    .addKeyValue("result", reason)
                    .log("A request of ours was not successful");
        }
    }
}
