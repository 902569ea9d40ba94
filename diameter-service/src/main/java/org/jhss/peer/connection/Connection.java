// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.connection;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jhss.diameter.dictionary.Application;
import org.jhss.diameter.message.ResultCode;
import org.jhss.identity.PeerHost;
import org.jhss.peer.base.DisconnectCause;
import org.jhss.peer.base.PeerCapabilities;
import org.jhss.peer.fsm.Watchdog;
import org.jhss.peer.pending.PendingTable;
import org.jhss.peer.policy.PeerTerms;
import org.jhss.peer.policy.RateLimit;
import org.jhss.platform.bus.frame.BusMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One transport connection. Everything that happens on it happens on its event loop; the public commands may be given from any
 * thread and are carried out there, in order.
 */
public final class Connection {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    /** How long a peer may leave its half open after we closed ours. */
    static final Duration LINGER = Duration.ofSeconds(1);

    private final long id;
    private final Lane lane;
    private final Channel channel;
    private final Optional<PeerHost> target;
    private final TransportInfo transport;
    private final ConnectionContext context;
    private final Inflow in;
    private final Outflow out;
    private final ConnectionTimers timers = new ConnectionTimers();
    private final ConnectionCounters counters = new ConnectionCounters();
    private final PendingTable pending;
    private final OutgoingRequests outgoing;
    private final BaseProtocol protocol;
    private final RemotePeer peer = new RemotePeer();

    private volatile ConnectionPhase phase = ConnectionPhase.EXCHANGING;
    private @Nullable CloseReason closing;

    Connection(long id, Lane lane, Channel channel, Optional<PeerHost> target, TransportInfo transport) {
        this.id = id;
        this.lane = lane;
        this.channel = channel;
        this.target = target;
        this.transport = transport;
        this.context = lane.context();
        var settings = context.settings();
        this.pending = new PendingTable(id, settings.maxOutstandingPerPeer());
        this.outgoing = new OutgoingRequests(this, lane, settings.maxOutstandingPerPeer());
        this.protocol = new BaseProtocol(this, lane, timers);
        this.in = new Inflow(channel.alloc(), new MessageRouter(this, lane, protocol), timers, counters, settings);
        this.out = new Outflow(this, lane, channel, timers);
    }

    /** Unique in this process for as long as it lives. */
    public long id() {
        return id;
    }

    /** Whether we set it up. */
    public boolean isInitiator() {
        return target.isPresent();
    }

    /** The peer that we set it up to. */
    public Optional<PeerHost> target() {
        return target;
    }

    public InetSocketAddress remote() {
        return transport.remote();
    }

    public InetSocketAddress local() {
        return transport.local();
    }

    public TransportInfo transport() {
        return transport;
    }

    public ConnectionPhase phase() {
        return phase;
    }

    public ConnectionCounters counters() {
        return counters;
    }

    /** What the peer said of itself; empty before CER or CEA. */
    public Optional<PeerCapabilities> capabilities() {
        return peer.capabilities();
    }

    /**
     * Says on what terms the peer is connected. On the connection's event loop only, before it opens.
     *
     * @param limit bound on the peer's requests; empty for none
     */
    public void grant(PeerTerms granted, Optional<RateLimit> limit) {
        peer.grant(granted, limit);
    }

    // --- commands, from any thread ---

    /** Sends the CER that offers {@code applications}. */
    public void requestCapabilities(List<Application> applications) {
        run(() -> protocol.sendCapabilitiesRequest(applications));
    }

    /** Answers the held CER with success and opens the connection. */
    public void accept(List<Application> applications, Watchdog watchdog) {
        run(() -> {
            if (phase == ConnectionPhase.HELD) {
                protocol.sendCapabilitiesAnswer(applications);
                open(watchdog);
                in.resume();
                readComplete();
            }
        });
    }

    /** Answers the held CER with an error and closes. */
    public void refuse(ResultCode code, String message) {
        run(() -> {
            if (phase == ConnectionPhase.HELD) {
                protocol.sendCapabilitiesRefusal(code, message, new byte[0]);
                finish(CloseReason.CAPABILITIES_REFUSED);
            }
        });
    }

    /** Opens our connection after a CEA of success. */
    public void openInitiated(Watchdog watchdog) {
        run(() -> {
            if (phase == ConnectionPhase.EXCHANGING) {
                open(watchdog);
            }
        });
    }

    /** Asks for a sign of life, which the listener hears of. */
    public void probe() {
        run(() -> {
            if (phase == ConnectionPhase.OPEN) {
                timers.arm(
                        ConnectionTimer.PROBE,
                        System.nanoTime(),
                        context.settings().probeTimeout());
                protocol.sendWatchdogRequest();
                flush();
            }
        });
    }

    /**
     * Answers what still waits with 3002, then sends DPR; the listener hears of DPA, and the connection is closed in any case some time
     * later.
     */
    public void disconnect(DisconnectCause cause) {
        run(() -> {
            if (phase == ConnectionPhase.OPEN) {
                pending.forEach(request -> lane.answerLate(request, ResultCode.UNABLE_TO_DELIVER));
                phase = ConnectionPhase.CLOSING;
                protocol.sendDisconnectRequest(cause);
                flush();
            }
        });
    }

    /** Answers the peer's DPR; it is to close then, and if it does not, we do. */
    public void answerDisconnect() {
        run(() -> {
            if (phase == ConnectionPhase.OPEN || phase == ConnectionPhase.CLOSING) {
                phase = ConnectionPhase.CLOSING;
                protocol.sendDisconnectAnswer();
                flush();
            }
        });
    }

    /** Closes at once, after what is being written. */
    public void close(CloseReason reason) {
        run(() -> finish(reason));
    }

    /** Carries {@code task} out on the event loop, after all that was given before. */
    public void run(Runnable task) {
        channel.eventLoop().execute(task);
    }

    // --- from the channel ---

    void start() {
        long now = System.nanoTime();
        timers.arm(ConnectionTimer.CAPABILITIES, now, context.settings().capabilitiesTimeout());
        timers.arm(ConnectionTimer.IDLE, now, context.settings().idleTimeout());
        if (isInitiator()) {
            context.listener().connected(this);
        }
    }

    void read(ByteBuf octets) {
        in.read(octets);
    }

    void endOfRecord() {
        in.endOfRecord();
    }

    void readComplete() {
        long now = System.nanoTime();
        if (in.complete(now) && phase == ConnectionPhase.OPEN) {
            protocol.sawTraffic(now);
        }
    }

    void writabilityChanged(boolean writable) {
        if (out.writabilityChanged(writable)) {
            updateReading();
        }
    }

    void inactive() {
        var reason = closing;
        if (reason == null) {
            reason = protocol.isDisconnectAnswered() ? CloseReason.DISCONNECTED : CloseReason.PEER_CLOSED;
            closing = reason;
        }
        phase = ConnectionPhase.CLOSED;
        timers.cancelAll();
        in.close();
        out.discard();
        protocol.connectionDown();
        lane.unregister(this);
        pending.forEach(lane::forget);
        outgoing.failAll();
        context.metrics().closed(reason.label());
        context.listener().closed(this, reason);
    }

    void failed(Throwable cause) {
        LOG.debug("connection of {} failed: {}", remote(), cause.toString());
        finish(CloseReason.PEER_CLOSED);
    }

    void tick(long nowNanos) {
        for (var timer = timers.expired(nowNanos); timer != null; timer = timers.expired(nowNanos)) {
            expired(timer, nowNanos);
        }
    }

    // --- for the package ---

    ConnectionContext context() {
        return context;
    }

    PendingTable pending() {
        return pending;
    }

    /** Whether the peer may use that application: we offered it. */
    boolean offers(int applicationId) {
        return protocol.offers(applicationId);
    }

    RemotePeer peer() {
        return peer;
    }

    OutgoingRequests outgoing() {
        return outgoing;
    }

    void hold() {
        phase = ConnectionPhase.HELD;
        in.pause();
        var settings = context.settings();
        timers.arm(
                ConnectionTimer.CAPABILITIES,
                System.nanoTime(),
                settings.capabilitiesTimeout().plus(settings.probeTimeout()));
        updateReading();
    }

    /** Adds octets to what is sent at the end of this turn of the event loop. */
    void write(byte[] octets, int offset, int length) {
        if (phase != ConnectionPhase.CLOSED) {
            out.add(octets, offset, length);
        }
    }

    void writeAnswer(byte[] octets, int offset, int length) {
        write(octets, offset, length);
        counters.answerOut();
    }

    /**
     * Adds an answer.
     *
     * @param avps to be appended to it
     */
    void writeAnswer(byte[] octets, int offset, int length, int hopByHop, byte[] avps) {
        if (phase != ConnectionPhase.CLOSED) {
            out.add(octets, offset, length, hopByHop, avps);
            counters.answerOut();
        }
    }

    void writeRequest(byte[] octets, int offset, int length, int hopByHop) {
        if (phase != ConnectionPhase.CLOSED) {
            out.add(octets, offset, length, hopByHop);
            counters.requestOut();
        }
    }

    void flush() {
        if (!out.flush()) {
            finish(CloseReason.STALLED);
        }
    }

    void send(BusMessage message, long deadlineNanos) {
        outgoing.send(message, deadlineNanos);
    }

    /** Sends what is written, then closes in a way that lets the peer read it: our half first, the rest when it closed too. */
    void finish(CloseReason reason) {
        if (closing != null) {
            return;
        }
        closing = reason;
        phase = ConnectionPhase.CLOSED;
        timers.cancelAll();
        in.close();
        var _ = out.flush();
        if (reason == CloseReason.STALLED || reason == CloseReason.WATCHDOG) {
            var _ = channel.close();
            return;
        }
        timers.arm(ConnectionTimer.DISCONNECT, System.nanoTime(), LINGER);
        out.closeGently();
    }

    private void open(Watchdog watchdog) {
        phase = ConnectionPhase.OPEN;
        timers.cancel(ConnectionTimer.CAPABILITIES);
        context.slots().identified(channel);
        updateReading();
        protocol.opened(watchdog);
        flush();
    }

    private void updateReading() {
        channel.config().setAutoRead(!out.isStalled() && phase != ConnectionPhase.HELD);
    }

    private void expired(ConnectionTimer timer, long nowNanos) {
        switch (timer) {
            case CAPABILITIES -> {
                if (isInitiator()) {
                    context.listener().capabilitiesFailed(this, "no CEA in time");
                }
                finish(CloseReason.CAPABILITIES_TIMEOUT);
            }
            case MESSAGE -> finish(CloseReason.MESSAGE_TIMEOUT);
            case IDLE -> finish(CloseReason.IDLE);
            case WATCHDOG -> protocol.watchdogExpired(nowNanos);
            case PROBE -> context.listener().probed(this, false);
            case WRITE -> finish(CloseReason.STALLED);
            case DISCONNECT -> {
                if (closing == null) {
                    finish(protocol.isDisconnectAnswered() ? CloseReason.DISCONNECTED : CloseReason.DISCONNECT_TIMEOUT);
                } else {
                    var _ = channel.close();
                }
            }
        }
    }
}
