// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.engine;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.CommandRegistry;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.ResultCode;
import org.jhss.load.plan.LinkPolicy;
import org.jspecify.annotations.Nullable;

/** One peer with its connection, which may be made again and again. Everything happens on its event loop. */
final class PeerLink {

    private enum State {
        DOWN,
        CONNECTING,
        EXCHANGING,
        OPEN,
        LEAVING
    }

    private static final int OUT_SIZE = 16 * 1024;

    private final int index;
    private final Bootstrap bootstrap;
    private final EventLoop loop;
    private final List<InetSocketAddress> targets;
    private final LinkPolicy policy;
    private final BaseMessages base;
    private final LinkOwner owner;
    private final LinkStats stats;
    private State state = State.DOWN;
    private int target;
    private int attempts;
    private boolean finished;
    private @Nullable Channel channel;
    private @Nullable ByteBuf out;
    private int nextId;
    private int watchdogId;
    private long watchdogSent;
    private boolean watchdogPending;
    private long since;

    /** Requests of this link that wait for their answers; the owner's to count. */
    int outstanding;

    PeerLink(
            int index,
            Bootstrap bootstrap,
            EventLoop loop,
            List<InetSocketAddress> targets,
            LinkPolicy policy,
            BaseMessages base,
            LinkOwner owner,
            LinkStats stats) {
        this.index = index;
        this.bootstrap = bootstrap;
        this.loop = loop;
        this.targets = targets;
        this.policy = policy;
        this.base = base;
        this.owner = owner;
        this.stats = stats;
        target = index % targets.size();
    }

    int index() {
        return index;
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    /** Whether a request can be sent now without piling up. */
    boolean isUsable() {
        return state == State.OPEN && channel != null && channel.isWritable();
    }

    /** Whether there is nothing to wait for any more. */
    boolean isDown() {
        return state == State.DOWN;
    }

    void connect() {
        state = State.CONNECTING;
        since = System.nanoTime();
        var attempt = bootstrap.clone().handler(new LinkHandler(this)).connect(targets.get(target));
        attempt.addListener((ChannelFuture done) -> connected(done));
    }

    private void connected(ChannelFuture attempt) {
        if (!attempt.isSuccess()) {
            down(false);
            return;
        }
        var fresh = attempt.channel();
        channel = fresh;
        if (finished) {
            var _ = fresh.close();
            return;
        }
        state = State.EXCHANGING;
        since = System.nanoTime();
        var local = fresh.localAddress() instanceof InetSocketAddress address
                ? address.getAddress()
                : InetAddress.getLoopbackAddress();
        sendBase(base.capabilities(nextId(), local));
    }

    /** Appends a message to what {@link #flush} sends. */
    void append(byte[] octets, int length) {
        var connection = channel;
        if (connection == null) {
            return;
        }
        var buffer = out;
        if (buffer == null) {
            buffer = connection.alloc().ioBuffer(OUT_SIZE);
            out = buffer;
        }
        buffer.writeBytes(octets, 0, length);
        stats.octetsSent += length;
    }

    /** Sends what was appended. */
    void flush() {
        var connection = channel;
        var buffer = out;
        if (connection != null && buffer != null) {
            out = null;
            var _ = connection.writeAndFlush(buffer, connection.voidPromise());
        }
    }

    private void sendBase(int length) {
        append(base.octets(), length);
        flush();
    }

    private int nextId() {
        return ++nextId;
    }

    /** Sends DWR when none is on its way; else that one is overdue. */
    void probe() {
        if (state != State.OPEN) {
            return;
        }
        if (watchdogPending) {
            stats.watchdogsLost++;
        }
        watchdogPending = true;
        watchdogId = nextId();
        watchdogSent = System.nanoTime();
        sendBase(base.watchdog(watchdogId));
    }

    /** Gives up a connection whose making takes too long, or which the HSS does not end after its DPR. */
    void checkPatience(long now) {
        boolean waits = state == State.EXCHANGING || (state == State.LEAVING && !finished);
        if (waits && now - since > policy.connectTimeout().toNanos() && channel != null) {
            var _ = channel.close();
        }
    }

    /** Takes leave by DPR; the connection ends with its answer, or with {@link #abort}. */
    void leave() {
        finished = true;
        if (state == State.OPEN) {
            state = State.LEAVING;
            sendBase(base.disconnect(nextId()));
        } else if (channel != null) {
            var _ = channel.close();
        } else if (state == State.CONNECTING) {
            return;
        } else {
            state = State.DOWN;
        }
    }

    /** Ends at once. */
    void abort() {
        finished = true;
        if (channel != null) {
            var _ = channel.close();
        }
    }

    void received(Message message, long arrival) {
        if (message.isRequest()) {
            answer(message);
        } else if (message.applicationId() == Base.APPLICATION.id()) {
            baseAnswer(message, arrival);
        } else {
            owner.answered(this, message, arrival);
        }
    }

    void malformed() {
        stats.malformed++;
    }

    void octetsReceived(int count) {
        stats.octetsReceived += count;
    }

    void drained() {
        owner.drained(this);
    }

    private void answer(Message request) {
        boolean isBase = request.applicationId() == Base.APPLICATION.id();
        int length = base.success(request);
        append(base.octets(), length);
        if (!isBase) {
            var command = CommandRegistry.standard()
                    .find(request.applicationId(), request.commandCode(), true)
                    .map(Object::toString)
                    .orElseGet(() -> Integer.toString(request.commandCode()));
            stats.requestsReceived.merge(command, 1L, Long::sum);
        } else if (request.commandCode() == Base.DPR.code()) {
            stats.disconnectRequests++;
            if (state == State.OPEN) {
                state = State.LEAVING;
                since = System.nanoTime();
            }
        }
        flush();
    }

    private void baseAnswer(Message message, long arrival) {
        int code = message.commandCode();
        if (code == Base.CEA.code() && state == State.EXCHANGING) {
            if (message.unsigned32(Base.RESULT_CODE, 0) == ResultCode.SUCCESS.value()) {
                state = State.OPEN;
                attempts = 0;
                watchdogPending = false;
                stats.connects++;
                owner.opened(this);
            } else if (channel != null) {
                var _ = channel.close();
            }
        } else if (code == Base.DWA.code() && watchdogPending && message.hopByHop() == watchdogId) {
            watchdogPending = false;
            stats.watchdog.recordValue(Histograms.micros(arrival - watchdogSent));
        } else if (code == Base.DPA.code() && finished && channel != null) {
            var _ = channel.close();
        }
    }

    /** The connection is gone. */
    void inactive() {
        boolean wasOpen = state == State.OPEN || state == State.LEAVING;
        if (wasOpen && !finished) {
            stats.disconnects++;
        }
        down(wasOpen);
    }

    private void down(boolean wasOpen) {
        state = State.DOWN;
        channel = null;
        if (out != null) {
            out.release();
            out = null;
        }
        if (!wasOpen && !finished) {
            stats.failedConnects++;
        }
        owner.closed(this, wasOpen);
        var backoff = policy.reconnect();
        if (finished || backoff.isEmpty()) {
            return;
        }
        target = (target + 1) % targets.size();
        long pause = attempts == 0
                ? 0
                : Math.min(
                        backoff.get().initial().toNanos() << Math.min(attempts - 1, Short.SIZE),
                        backoff.get().max().toNanos());
        attempts++;
        state = State.CONNECTING;
        var _ = loop.schedule(this::reconnect, pause, TimeUnit.NANOSECONDS);
    }

    private void reconnect() {
        if (finished) {
            state = State.DOWN;
        } else {
            connect();
        }
    }
}
