// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.connection;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.collection.LongObjectHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jhss.diameter.message.DiameterBuffer;
import org.jhss.diameter.message.Header;
import org.jhss.diameter.message.Limits;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.MessageReader;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.diameter.message.ResultCode;
import org.jhss.identity.PeerHost;
import org.jhss.peer.fsm.WatchdogTimer;
import org.jhss.peer.metrics.PeerMetrics.Drop;
import org.jhss.peer.overload.Admission;
import org.jhss.peer.pending.DeadlineQueue;
import org.jhss.peer.pending.DuplicateCache;
import org.jhss.peer.pending.PendingRequest;
import org.jhss.platform.bus.frame.BusMessage;
import org.jhss.platform.logging.Recurring;
import org.jspecify.annotations.Nullable;

/**
 * One event loop with its connections and all that they share without locks: reader, writer, deadlines. What one turn of the loop
 * brings, over all its connections, leaves together at the turn's end: to the bus in one frame, to each peer in one write.
 */
public final class Lane {

    static final int HOP_BY_HOP_AT = 12;

    /** What one turn of the loop brings goes to the bus before its end when it is that much: workers need not wait for the rest. */
    private static final int ENOUGH_FOR_A_FRAME = 64;

    private static final byte[] NO_AVPS = new byte[0];

    /** How exact time-outs are. */
    private static final long TICK_MILLIS = 100;

    private static final int USUAL_MESSAGE = 4096;

    /** Lower bits of a connection id say which lane it is in. */
    private static final int INDEX_BITS = 8;

    static final int MOST = 1 << INDEX_BITS;

    private final EventLoop loop;
    private final int index;
    private final Lanes lanes;
    private final ConnectionContext context;
    private final LaneResources resources;
    private final RequestGate gate;
    private final LongObjectHashMap<Connection> connections = new LongObjectHashMap<>();
    private final List<Connection> ticking = new ArrayList<>();
    private final DeadlineQueue deadlines = new DeadlineQueue();
    private final OriginatedRequests originated;
    private final MessageReader reader;
    private final DiameterBuffer buffer = new DiameterBuffer();
    private final MessageWriter writer = new MessageWriter(buffer);
    private final WatchdogTimer watchdogTimer;
    private final Admission admission;
    private final long timeoutNanos;
    private List<Connection> dirty = new ArrayList<>();
    private List<Connection> flushing = new ArrayList<>();
    private byte[] scratch = new byte[USUAL_MESSAGE];
    private boolean flushScheduled;
    private int appended;
    private long lastId;
    /** How many connections there are, for other threads to see. */
    private volatile int size;

    private volatile boolean closed;

    Lane(EventLoop loop, int index, Lanes lanes, ConnectionContext context, LaneResources resources) {
        this.loop = loop;
        this.index = index;
        this.lanes = lanes;
        this.context = context;
        this.resources = resources;
        var settings = context.settings();
        int maxSize = Math.min(settings.maxMessageSize(), Header.MAX_MESSAGE_LENGTH);
        this.reader = new MessageReader(new Limits(maxSize, settings.maxAvpCount(), 1));
        this.originated = new OriginatedRequests(this, resources);
        this.watchdogTimer = new WatchdogTimer(settings.watchdogInterval(), ThreadLocalRandom.current());
        this.admission = resources.overload().admission();
        this.timeoutNanos = settings.requestTimeout().toNanos();
        this.gate = new RequestGate(this, resources);
        var _ = loop.scheduleWithFixedDelay(
                Recurring.of("connection timers", this::tick), TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    static int indexOf(long connectionId) {
        return (int) connectionId & (MOST - 1);
    }

    EventLoop loop() {
        return loop;
    }

    ConnectionContext context() {
        return context;
    }

    OriginatedRequests originated() {
        return originated;
    }

    RequestGate gate() {
        return gate;
    }

    MessageReader reader() {
        return reader;
    }

    boolean isDraining() {
        return resources.draining().get();
    }

    long watchdogNanos() {
        return watchdogTimer.next();
    }

    int nextEndToEnd() {
        return lanes.nextEndToEnd();
    }

    /** Octets to work on for the moment. */
    byte[] scratch(int length) {
        if (length > scratch.length) {
            scratch = new byte[Math.max(length, 2 * scratch.length)];
        }
        return scratch;
    }

    // --- connections ---

    Connection newConnection(Channel channel, Optional<PeerHost> target, TransportInfo transport) {
        var connection = new Connection(++lastId << INDEX_BITS | index, this, channel, target, transport);
        connections.put(connection.id(), connection);
        size = connections.size();
        return connection;
    }

    @Nullable
    Connection connection(long id) {
        return connections.get(id);
    }

    void unregister(Connection connection) {
        connections.remove(connection.id());
        size = connections.size();
    }

    /** Whether all were closed and none is left; to be asked from any thread. */
    boolean isOver() {
        return closed && size == 0;
    }

    void closeAll(CloseReason reason) {
        closed = true;
        for (var connection : connections.values()) {
            connection.close(reason);
        }
    }

    // --- writing ---

    /** The writer, empty, for one message; {@link #send} or {@link #sendAnswer} takes it. */
    MessageWriter startWriting() {
        buffer.clear();
        return writer;
    }

    void send(Connection connection) {
        connection.write(buffer.array(), 0, buffer.length());
    }

    void sendAnswer(Connection connection) {
        connection.writeAnswer(buffer.array(), 0, buffer.length());
    }

    /** The same, with overload reports when they were asked for. */
    void sendAnswer(Connection connection, int hopByHop, boolean reports) {
        connection.writeAnswer(buffer.array(), 0, buffer.length(), hopByHop, reports(reports));
    }

    private byte[] reports(boolean askedFor) {
        return askedFor ? resources.overload().reports().avps() : NO_AVPS;
    }

    void flushLater(Connection connection) {
        dirty.add(connection);
        scheduleFlush();
    }

    /** Something was handed to the producer. */
    void appended() {
        if (++appended == ENOUGH_FOR_A_FRAME) {
            appended = 0;
            resources.producer().flush();
        } else {
            scheduleFlush();
        }
    }

    void scheduleFlush() {
        if (!flushScheduled) {
            flushScheduled = true;
            loop.execute(this::flush);
        }
    }

    private void flush() {
        flushScheduled = false;
        appended = 0;
        resources.producer().flush();
        originated.flush();
        var now = dirty;
        dirty = flushing;
        flushing = now;
        for (var connection : now) {
            connection.flush();
        }
        now.clear();
    }

    // --- requests of peers ---

    void await(PendingRequest request) {
        deadlines.add(request);
    }

    /** The request is answered. */
    void settle(PendingRequest request) {
        deadlines.remove(request);
        admission.leave(request.priority(), request.octets());
        var owner = request.owner();
        if (owner != null) {
            owner.release(request);
        }
    }

    /** The request's connection is gone: nobody is answered, and those that waited with it are worked on by themselves. */
    void forget(PendingRequest request) {
        var followers = request.followers();
        settle(request);
        for (var follower : followers) {
            lanes.of(follower.connectionId()).run(own -> own.resume(follower));
        }
    }

    /** Answers a waiting request, and those that wait with it, with an error of our own. */
    void answerLate(PendingRequest request, ResultCode code) {
        var owner = request.owner();
        var connection = owner == null ? null : connections.get(owner.connectionId());
        if (connection != null
                && reader.read(request.skeleton(), 0, request.skeletonLength()) instanceof Message skeleton) {
            gate.reject(connection, skeleton, code, request.asksForReports());
            share(request, buffer.array(), 0, buffer.length());
        }
        settle(request);
    }

    /** A frame with this request in it was not confirmed by Redis. */
    void lost(long connectionId, long ticket) {
        var connection = connections.get(connectionId);
        var request = connection == null ? null : connection.pending().find(ticket);
        if (request != null) {
            answerLate(request, ResultCode.UNABLE_TO_DELIVER);
        }
    }

    /**
     * hss-service's answer to a peer.
     *
     * @param receivedNanos when it came from the bus: how busy this loop is since then is not hss-service's delay
     */
    void answer(BusMessage message, long receivedNanos) {
        var envelope = message.envelope();
        var connection = connections.get(envelope.connectionId());
        if (connection == null) {
            context.metrics().dropped(Drop.ANSWER_WITHOUT_CONNECTION);
            return;
        }
        var request = connection.pending().find(envelope.correlationId());
        if (request == null) {
            context.metrics().dropped(Drop.ANSWER_WITHOUT_REQUEST);
        } else if (!answers(message, request)) {
            context.metrics().dropped(Drop.ANSWER_UNUSABLE);
        } else {
            if (request.duplicateKey() != 0) {
                resources
                        .duplicates()
                        .answered(request.duplicateKey(), message.buffer(), message.offset(), message.length());
            }
            long waited = receivedNanos - (request.deadline() - timeoutNanos);
            admission.answered(waited);
            connection.writeAnswer(
                    message.buffer(),
                    message.offset(),
                    message.length(),
                    request.hopByHop(),
                    reports(request.asksForReports()));
            context.metrics().answerSent(waited);
            share(request, message.buffer(), message.offset(), message.length());
            settle(request);
        }
    }

    private static boolean answers(BusMessage message, PendingRequest request) {
        return message.length() >= Header.LENGTH
                && Header.messageLength(message.buffer(), message.offset()) == message.length()
                && !Header.isRequest(message.buffer(), message.offset())
                && Header.hopByHop(message.buffer(), message.offset()) == request.hopByHop();
    }

    private void share(PendingRequest request, byte[] octets, int offset, int length) {
        for (var follower : request.followers()) {
            byte[] copy = java.util.Arrays.copyOfRange(octets, offset, offset + length);
            lanes.of(follower.connectionId()).run(lane -> lane.answerFollower(follower, copy));
        }
    }

    /** Answers a retransmission with what the first was answered. */
    void repeatAnswer(Connection connection, byte[] answer, PendingRequest request) {
        connection.writeAnswer(answer, 0, answer.length, request.hopByHop(), reports(request.asksForReports()));
    }

    private void answerFollower(PendingRequest.Follower follower, byte[] answer) {
        var connection = connections.get(follower.connectionId());
        var request = connection == null ? null : connection.pending().find(follower.ticket());
        if (connection != null && request != null) {
            repeatAnswer(connection, answer, request);
            settle(request);
        }
    }

    /** Lets {@code follower} have the answer of the earlier request, or queues it when that one is over. */
    void follow(DuplicateCache.Waiting earlier, PendingRequest.Follower follower, byte[] skeleton) {
        lanes.of(earlier.connectionId()).run(lane -> {
            var connection = lane.connections.get(earlier.connectionId());
            var request = connection == null ? null : connection.pending().find(earlier.ticket());
            if (request != null && Octets.sameSession(skeleton, request.skeleton())) {
                request.follow(follower);
                context.metrics().duplicate();
            } else {
                lanes.of(follower.connectionId()).run(own -> own.resume(follower));
            }
        });
    }

    private void resume(PendingRequest.Follower follower) {
        var connection = connections.get(follower.connectionId());
        var request = connection == null ? null : connection.pending().find(follower.ticket());
        if (connection != null && request != null) {
            gate.offerAgain(connection, request, follower.request());
        }
    }

    /** Carries {@code task} out on this lane's event loop; at once when called there. */
    void run(java.util.function.Consumer<Lane> task) {
        if (loop.inEventLoop()) {
            task.accept(this);
        } else {
            loop.execute(() -> task.accept(this));
        }
    }

    private void tick() {
        long now = System.nanoTime();
        for (var request = deadlines.overdue(now); request != null; request = deadlines.overdue(now)) {
            answerLate(request, ResultCode.UNABLE_TO_DELIVER);
        }
        originated.expire(now);
        ticking.addAll(connections.values());
        for (var connection : ticking) {
            connection.tick(now);
        }
        ticking.clear();
    }
}
