// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.connection;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jhss.identity.PeerHost;
import org.jhss.peer.metrics.PeerMetrics.Drop;
import org.jhss.platform.bus.frame.BusMessage;
import org.jhss.platform.bus.frame.Frame;
import org.jhss.platform.bus.frame.FrameReader;
import org.jhss.platform.bus.frame.FrameResult;

/** All event loops of the process as {@link Lane}s. Thread-safe. */
public final class Lanes {

    /** Longer than a connection takes to end after it was told to close, whatever its peer does. */
    public static final Duration LONGEST_CLOSE = Connection.LINGER.plusSeconds(1);

    private static final int RANDOM_BITS = 20;

    private final List<Lane> lanes = new ArrayList<>();
    private final ConnectionContext context;
    /** RFC 6733 3: the low bits of the time above random ones, so that ids stay unique over restarts. */
    private final AtomicInteger endToEnd = new AtomicInteger((int) (System.currentTimeMillis() / 1000) << RANDOM_BITS
            | ThreadLocalRandom.current().nextInt(1 << RANDOM_BITS));

    public Lanes(List<EventLoop> loops, ConnectionContext context, LaneResources resources) {
        this.context = context;
        for (var loop : loops) {
            if (lanes.size() < Lane.MOST) {
                lanes.add(new Lane(loop, lanes.size(), this, context, resources));
            }
        }
    }

    /**
     * A connection over {@code channel}, which is active; to be called on its event loop.
     *
     * @param target the peer that we connect to; empty when it connects to us
     */
    public ConnectionHandler attach(Channel channel, Optional<PeerHost> target, TransportInfo transport) {
        for (var lane : lanes) {
            if (channel.eventLoop().equals(lane.loop())) {
                return new ConnectionHandler(lane.newConnection(channel, target, transport));
            }
        }
        throw new IllegalStateException("the channel is on no event loop of ours");
    }

    /** Closes every connection that there is by now, after what is being written, as {@link Connection#close} does. */
    public void close(CloseReason reason) {
        for (var lane : lanes) {
            lane.run(own -> own.closeAll(reason));
        }
    }

    /** Whether {@link #close} was carried out and no connection is left, not even one that its peer has not closed yet. */
    public boolean isOver() {
        return lanes.stream().allMatch(Lane::isOver);
    }

    /** Hands on what came from the bus for our connections. */
    public void deliver(List<BusMessage> messages) {
        long now = System.nanoTime();
        if (lanes.size() == 1) {
            lanes.getFirst().run(lane -> messages.forEach(message -> deliver(lane, message, now)));
            return;
        }
        var shares = new ArrayList<List<BusMessage>>(lanes.size());
        for (int i = 0; i < lanes.size(); i++) {
            shares.add(new ArrayList<>());
        }
        for (var message : messages) {
            shares.get(index(message.envelope().connectionId())).add(message);
        }
        for (int i = 0; i < shares.size(); i++) {
            var share = shares.get(i);
            if (!share.isEmpty()) {
                lanes.get(i).run(lane -> share.forEach(message -> deliver(lane, message, now)));
            }
        }
    }

    /** Redis did not confirm that frame. */
    public void lost(Frame frame) {
        if (FrameReader.read(frame.octets()) instanceof FrameResult.Messages(var messages)) {
            for (var message : messages) {
                var envelope = message.envelope();
                of(envelope.connectionId()).run(lane -> lane.lost(envelope.connectionId(), envelope.correlationId()));
            }
        }
    }

    Lane of(long connectionId) {
        return lanes.get(index(connectionId));
    }

    int nextEndToEnd() {
        return endToEnd.incrementAndGet();
    }

    private int index(long connectionId) {
        int index = Lane.indexOf(connectionId);
        return index < lanes.size() ? index : 0;
    }

    private void deliver(Lane lane, BusMessage message, long receivedNanos) {
        switch (message.kind()) {
            case ANSWER_OUT -> lane.answer(message, receivedNanos);
            case REQUEST_OUT -> lane.originated().send(message);
            default -> context.metrics().dropped(Drop.ANSWER_UNUSABLE);
        }
    }
}
