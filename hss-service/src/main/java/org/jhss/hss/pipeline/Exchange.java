// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jhss.diameter.message.Limits;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.MessageReader;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.hss.handler.Outcome.DiameterError;
import org.jhss.hss.handler.RequestContext;
import org.jhss.hss.handler.Result;
import org.jhss.hss.outbound.OutboundRequest;
import org.jhss.hss.outbound.OutboundResult;
import org.jhss.identity.Imsi;
import org.jhss.identity.PeerHost;
import org.jhss.platform.bus.frame.BusMessage;
import org.jhss.platform.bus.frame.Envelope;
import org.jhss.store.work.SubscriberState;
import org.jhss.store.work.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** One message of a batch, from its decoding to its answer. Each slot of a worker's batch has one, used again and again. */
final class Exchange implements RequestContext {

    private final Answers answers;
    private final MessageReader reader;
    private final Needs needs = new Needs();
    private final List<Runnable> effects = new ArrayList<>();
    private final List<Outgoing> outgoing = new ArrayList<>();

    private @Nullable BusMessage source;
    private @Nullable Message message;
    private Peers.@Nullable Peer peer;
    private @Nullable Route route;
    private @Nullable DiameterError verdict;
    private @Nullable UnitOfWork work;
    private @Nullable Result result;
    private boolean failed;
    private long nowMillis;
    private int answerOffset;
    private int answerLength;

    /**
     * @param request what to send
     * @param onResult who hears of the result
     */
    record Outgoing(OutboundRequest request, Consumer<OutboundResult> onResult) {}

    Exchange(Answers answers, Limits limits) {
        this.answers = answers;
        this.reader = new MessageReader(limits);
    }

    /** Takes up a message of the bus. */
    void accept(BusMessage newSource, Peers.Peer itsPeer, long now) {
        source = newSource;
        peer = itsPeer;
        nowMillis = now;
        message = null;
        route = null;
        verdict = null;
        needs.clear();
        forgetAttempt();
    }

    /** Forgets what an attempt to handle the message has left. */
    void forgetAttempt() {
        work = null;
        result = null;
        failed = false;
        answerLength = 0;
        effects.clear();
        outgoing.clear();
    }

    MessageReader reader() {
        return reader;
    }

    BusMessage source() {
        return Objects.requireNonNull(source);
    }

    Envelope envelope() {
        return source().envelope();
    }

    Peers.Peer peerEntry() {
        return Objects.requireNonNull(peer);
    }

    /** The request and its way are known. */
    void decoded(Message newMessage, Route newRoute) {
        message = newMessage;
        route = newRoute;
    }

    /** The request is refused before it reaches a handler. */
    void refuse(DiameterError error) {
        verdict = error;
    }

    /** Why the request does not reach a handler. */
    Optional<DiameterError> verdict() {
        return Optional.ofNullable(verdict);
    }

    Route route() {
        return Objects.requireNonNull(route);
    }

    /** What the message needs from the database. */
    Needs needs() {
        return needs;
    }

    /** An attempt to handle the message begins, its answer to start at {@code position}. */
    void begin(@Nullable UnitOfWork newWork, int position) {
        work = newWork;
        answerOffset = position;
    }

    /** The answer is in the batch's buffer. */
    void answered(Result newResult, int offset, int length) {
        result = newResult;
        answerOffset = offset;
        answerLength = length;
    }

    /** The answer reports a failure of ours, not of the request. */
    void markFailed() {
        failed = true;
    }

    boolean isFailed() {
        return failed;
    }

    /** Whether the handler has begun an answer. */
    boolean hasBegunAnswer() {
        return result != null;
    }

    /** What the answer says; only when {@link #hasBegunAnswer} or {@link #hasAnswer}. */
    Result result() {
        return Objects.requireNonNull(result);
    }

    boolean hasAnswer() {
        return answerLength > 0;
    }

    int answerOffset() {
        return answerOffset;
    }

    int answerLength() {
        return answerLength;
    }

    List<Runnable> effects() {
        return effects;
    }

    List<Outgoing> outgoing() {
        return outgoing;
    }

    /** Lets go of what holds memory. */
    void release() {
        source = null;
        work = null;
        effects.clear();
        outgoing.clear();
    }

    @Override
    public Message request() {
        return Objects.requireNonNull(message);
    }

    @Override
    public PeerHost peer() {
        return peerEntry().host();
    }

    @Override
    public long arrivalMillis() {
        return envelope().arrivalMillis();
    }

    @Override
    public long nowMillis() {
        return nowMillis;
    }

    @Override
    public UnitOfWork work() {
        if (work == null) {
            throw new IllegalStateException("no unit of work: the message is being planned, or its plan named no need");
        }
        return work;
    }

    @Override
    public Optional<SubscriberState> subscriber(Imsi imsi) {
        return work().subscriber(imsi);
    }

    @Override
    public MessageWriter answer(Result newResult) {
        result = newResult;
        answers.truncate(answerOffset);
        return answers.start(this, newResult);
    }

    @Override
    public void afterCommit(OutboundRequest request, Consumer<OutboundResult> onResult) {
        outgoing.add(new Outgoing(request, onResult));
    }

    @Override
    public void afterCommit(Runnable effect) {
        effects.add(effect);
    }
}
