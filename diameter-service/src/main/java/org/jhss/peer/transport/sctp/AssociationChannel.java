// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.transport.sctp;

import com.sun.nio.sctp.SctpChannel;
import com.sun.nio.sctp.SctpStandardSocketOptions;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelPromise;
import io.netty.channel.sctp.SctpMessage;
import io.netty.channel.sctp.nio.NioSctpChannel;
import io.netty.channel.socket.DuplexChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One association. To shut the output down is SCTP's SHUTDOWN, which lets both sides finish what they are sending (RFC 9260 9.2) and which the
 * kernel completes also after the channel is closed; to close it without that, while the peer has not ended it, is an ABORT (9.1), so that
 * nothing is left to be repeated to a peer that does not take it.
 */
final class AssociationChannel extends NioSctpChannel implements DuplexChannel {

    private static final Logger LOG = LoggerFactory.getLogger(AssociationChannel.class);
    private static final int ABORT_ON_CLOSE = 0;

    private final AssociationEvents events;
    private final List<InetAddress> ownAddresses;
    private boolean ended;
    private boolean lost;
    private boolean outputShutdown;
    private volatile @Nullable InetSocketAddress primary;

    /**
     * @param parent what accepted it; null for one that we set up
     * @param ownAddresses to be bound before connecting; empty leaves the choice to the kernel
     */
    AssociationChannel(
            @Nullable Channel parent, SctpChannel socket, AssociationEvents events, List<InetAddress> ownAddresses) {
        super(parent, socket);
        this.events = events;
        this.ownAddresses = ownAddresses;
    }

    /** The peer's address that the association was set up with or goes by at present; the last known one when it is over. */
    @Nullable
    InetSocketAddress primaryAddress() {
        try {
            if (javaChannel().getOption(SctpStandardSocketOptions.SCTP_PRIMARY_ADDR) instanceof InetSocketAddress now) {
                primary = now;
            }
        } catch (IOException | RuntimeException _) {
            // A closed association has none any more.
            return primary;
        }
        return primary;
    }

    /** Nothing can be sent or received by it any more. */
    void lost() {
        lost = true;
    }

    /** Both sides have ended it in order. */
    void ended() {
        ended = true;
    }

    boolean isOver() {
        return lost || ended;
    }

    @Override
    protected @Nullable SocketAddress remoteAddress0() {
        return primaryAddress();
    }

    @Override
    protected boolean doConnect(SocketAddress remote, @Nullable SocketAddress local) throws Exception {
        Iterator<InetAddress> addresses = ownAddresses.iterator();
        if (addresses.hasNext()) {
            javaChannel().bind(new InetSocketAddress(addresses.next(), 0));
            while (addresses.hasNext()) {
                javaChannel().bindAddress(addresses.next());
            }
        }
        return super.doConnect(remote, local);
    }

    @Override
    protected int doReadMessages(List<Object> messages) throws Exception {
        var handle = unsafe().recvBufAllocHandle();
        var buffer = handle.allocate(config().getAllocator());
        boolean taken = false;
        try {
            var room = buffer.internalNioBuffer(buffer.writerIndex(), buffer.writableBytes());
            var info = javaChannel().receive(room, this, events);
            if (info == null) {
                return isOver() ? -1 : 0;
            }
            if (info.bytes() < 0) {
                ended = true;
                return -1;
            }
            handle.lastBytesRead(info.bytes());
            buffer.writerIndex(buffer.writerIndex() + info.bytes());
            messages.add(new SctpMessage(info, buffer));
            taken = true;
            return 1;
        } finally {
            if (!taken) {
                buffer.release();
            }
        }
    }

    @Override
    protected void doClose() throws Exception {
        // A failed attempt to connect closes the socket by itself.
        if (!ended && !outputShutdown && javaChannel().isOpen()) {
            try {
                javaChannel().setOption(SctpStandardSocketOptions.SO_LINGER, ABORT_ON_CLOSE);
            } catch (IOException e) {
                LOG.debug("no abort of the association with {}: {}", primary, e.toString());
            }
        }
        super.doClose();
    }

    // --- both directions ---

    @Override
    public boolean isOutputShutdown() {
        return outputShutdown;
    }

    @Override
    public ChannelFuture shutdownOutput() {
        return shutdownOutput(newPromise());
    }

    @Override
    public ChannelFuture shutdownOutput(ChannelPromise promise) {
        if (!eventLoop().inEventLoop()) {
            eventLoop().execute(() -> {
                var _ = shutdownOutput(promise);
            });
            return promise;
        }
        try {
            outputShutdown = true;
            javaChannel().shutdown();
            promise.setSuccess();
        } catch (IOException e) {
            promise.setFailure(e);
        }
        return promise;
    }

    @Override
    public boolean isInputShutdown() {
        return !isOpen();
    }

    @Override
    public ChannelFuture shutdownInput() {
        return shutdownInput(newPromise());
    }

    @Override
    public ChannelFuture shutdownInput(ChannelPromise promise) {
        // SCTP has no half-closed state (RFC 9260 9).
        return promise.setFailure(new UnsupportedOperationException());
    }

    @Override
    public boolean isShutdown() {
        return outputShutdown && isInputShutdown();
    }

    @Override
    public ChannelFuture shutdown() {
        return shutdownOutput();
    }

    @Override
    public ChannelFuture shutdown(ChannelPromise promise) {
        return shutdownOutput(promise);
    }
}
