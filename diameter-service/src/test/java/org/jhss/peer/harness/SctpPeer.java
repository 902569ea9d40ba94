// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.harness;

import com.sun.nio.sctp.MessageInfo;
import com.sun.nio.sctp.SctpChannel;
import com.sun.nio.sctp.SctpStandardSocketOptions;
import com.sun.nio.sctp.SctpStandardSocketOptions.InitMaxStreams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jhss.diameter.message.Message;

/** A peer made of a plain association of the JDK: what a test says, user message by user message, and what comes back. */
public final class SctpPeer implements AutoCloseable {

    public static final int DIAMETER = 46;
    public static final int STREAMS = 16;
    private static final int PATIENCE_SECONDS = 10;
    private static final int ROOM = 1 << 17;

    private final SctpChannel channel;
    private final LinkedBlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean aborted;

    /** One user message. */
    public record Received(Message message, int stream, boolean unordered, int payloadProtocol) {}

    public SctpPeer(SctpChannel channel) {
        this(channel, true);
    }

    private SctpPeer(SctpChannel channel, boolean reading) {
        this.channel = channel;
        if (reading) {
            read();
        }
    }

    private void read() {
        // Not a virtual thread: it blocks in native code, and there may be one carrier only.
        Thread.ofPlatform().daemon().name("sctp-peer").start(this::receiveAll);
    }

    public static SctpPeer connect(InetSocketAddress address) {
        return connect(List.of(), address);
    }

    /** Connects from these addresses. */
    public static SctpPeer connect(List<InetAddress> own, InetSocketAddress address) {
        return new SctpPeer(channel(own, address), true);
    }

    /** One that never reads, and has room for little. */
    public static SctpPeer deaf(InetSocketAddress address) {
        return new SctpPeer(channel(List.of(), address), false);
    }

    private static SctpChannel channel(List<InetAddress> own, InetSocketAddress address) {
        try {
            var channel = SctpChannel.open();
            channel.setOption(SctpStandardSocketOptions.SCTP_INIT_MAXSTREAMS, InitMaxStreams.create(STREAMS, STREAMS));
            channel.setOption(SctpStandardSocketOptions.SCTP_NODELAY, true);
            for (int i = 0; i < own.size(); i++) {
                if (i == 0) {
                    channel.bind(new InetSocketAddress(own.getFirst(), 0));
                } else {
                    channel.bindAddress(own.get(i));
                }
            }
            channel.connect(address);
            return channel;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Connects and sends a CER, which must be accepted. */
    public static SctpPeer open(InetSocketAddress address, String host) {
        var peer = connect(address);
        long code = Messages.resultCode(peer.exchange(Messages.cer(host)));
        if (code != 2001) {
            throw new AssertionError("CEA with Result-Code " + code);
        }
        return peer;
    }

    public SctpChannel channel() {
        return channel;
    }

    public void send(byte[] octets) {
        send(octets, 0, false, DIAMETER);
    }

    public void send(byte[] octets, int stream, boolean unordered, int payloadProtocol) {
        try {
            var info = MessageInfo.createOutgoing(null, stream)
                    .unordered(unordered)
                    .payloadProtocolID(payloadProtocol);
            channel.send(ByteBuffer.wrap(octets), info);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next user message with all about it; fails when none comes. */
    public Received next() {
        try {
            var next = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing came");
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The next user message that is no request, such as a DWR of a connection that came back. */
    public Received nextAnswer() {
        var next = next();
        while (next.message().isRequest()) {
            next = next();
        }
        return next;
    }

    public Message receive() {
        return next().message();
    }

    public Message exchange(byte[] request) {
        send(request);
        return receive();
    }

    /** Whether the other side ends the association within some seconds. */
    public boolean isClosedByOther() {
        try {
            return ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Whether it was ended by an ABORT rather than a SHUTDOWN. */
    public boolean isAborted() {
        return aborted;
    }

    /** Ends the association with an ABORT. */
    public void abort() {
        try {
            channel.setOption(SctpStandardSocketOptions.SO_LINGER, 0);
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void receiveAll() {
        var buffer = ByteBuffer.allocateDirect(ROOM);
        var whole = new ByteArrayOutputStream();
        try {
            while (true) {
                buffer.clear();
                var info = channel.receive(buffer, null, null);
                if (info == null || info.bytes() < 0) {
                    break;
                }
                byte[] piece = new byte[buffer.flip().remaining()];
                buffer.get(piece);
                whole.write(piece);
                if (info.isComplete() && Message.parse(whole.toByteArray()) instanceof Message message) {
                    received.add(
                            new Received(message, info.streamNumber(), info.isUnordered(), info.payloadProtocolID()));
                    whole.reset();
                }
            }
        } catch (IOException _) {
            aborted = true;
        } finally {
            ended.countDown();
        }
    }

    @Override
    public void close() {
        try {
            if (ended.getCount() > 0 && channel.isOpen()) {
                channel.shutdown();
            }
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
