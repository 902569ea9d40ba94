// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.transport.sctp;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.sctp.SctpMessage;
import io.netty.util.ReferenceCountUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jhss.diameter.message.Header;
import org.jhss.identity.PeerHost;
import org.jhss.peer.connection.Lanes;
import org.jhss.peer.connection.RecordEnd;
import org.jhss.peer.connection.TransportInfo;

/**
 * Between the octets of a connection and the user messages of its association.
 *
 * <p>What is sent: one Diameter message in each user message, all on stream 0 and unordered, as RFC 6733 2.1.1 recommends against head-of-line
 * blocking; but in order until the peer has sent something after our first message, since a message that overtook the CEA would find it
 * not yet open. What is received: any stream, ordered or not, any payload protocol identifier, whole or in pieces.
 */
final class AssociationHandler extends ChannelDuplexHandler {

    /** Diameter in clear text (RFC 6733 2.1.1; 47 is Diameter in DTLS). */
    static final int PAYLOAD_PROTOCOL = 46;

    private static final int STREAM = 0;
    /** Where the length of 24 bits stands in a Diameter header. */
    private static final int LENGTH_AT = 1;

    private final Lanes lanes;
    private final SctpMetrics metrics;
    private final Optional<PeerHost> target;
    private final List<InetAddress> preferred;
    private final CompletableFuture<Void> attached;
    private boolean sent;
    private boolean unordered;

    /**
     * @param target the peer that we connect to; empty when it connects to us
     * @param preferred our addresses in the order in which they are configured
     * @param attached completed when the connection is made or is not
     */
    AssociationHandler(
            Lanes lanes,
            SctpMetrics metrics,
            Optional<PeerHost> target,
            List<InetAddress> preferred,
            CompletableFuture<Void> attached) {
        this.lanes = lanes;
        this.metrics = metrics;
        this.target = target;
        this.preferred = preferred;
        this.attached = attached;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        if (context.channel().isActive()) {
            attach(context);
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        attach(context);
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof SctpMessage received) {
            unordered |= sent;
            boolean complete = received.isComplete();
            context.fireChannelRead(received.content());
            if (complete) {
                context.fireUserEventTriggered(RecordEnd.HERE);
            }
        } else {
            ReferenceCountUtil.release(message);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object octets, ChannelPromise promise) {
        if (!(octets instanceof ByteBuf batch)) {
            var _ = context.write(octets, promise);
            return;
        }
        try {
            while (batch.readableBytes() >= Header.LENGTH) {
                int length = batch.getUnsignedMedium(batch.readerIndex() + LENGTH_AT);
                sent = true;
                var message = new SctpMessage(PAYLOAD_PROTOCOL, STREAM, unordered, batch.readRetainedSlice(length));
                var _ = context.write(message, batch.isReadable() ? context.voidPromise() : promise);
                if (!batch.isReadable()) {
                    return;
                }
            }
            var _ = context.write(new SctpMessage(PAYLOAD_PROTOCOL, STREAM, Unpooled.EMPTY_BUFFER), promise);
        } finally {
            batch.release();
        }
    }

    private void attach(ChannelHandlerContext context) {
        if (attached.isDone() || !(context.channel() instanceof AssociationChannel channel)) {
            return;
        }
        var remote = channel.primaryAddress();
        var addresses = own(channel);
        if (remote == null || addresses.isEmpty()) {
            var _ = channel.close();
            return;
        }
        metrics.opened();
        channel.closeFuture().addListener(closed -> metrics.closed());
        int port = channel.allLocalAddresses().iterator().next().getPort();
        var local = new InetSocketAddress(addresses.getFirst(), port);
        var info = new TransportInfo("SCTP", false, local, remote, addresses, Optional.empty());
        attached.complete(null);
        context.pipeline().addLast("connection", lanes.attach(channel, target, info));
    }

    /** The addresses of ours that belong to the association, those that are configured first; no link-local ones, which mean nothing elsewhere. */
    private List<InetAddress> own(AssociationChannel channel) {
        var all = channel.allLocalAddresses().stream()
                .map(InetSocketAddress::getAddress)
                .filter(address -> !address.isAnyLocalAddress() && !address.isLinkLocalAddress())
                .toList();
        var ordered = new ArrayList<>(preferred);
        ordered.retainAll(all);
        for (var address : all) {
            if (!ordered.contains(address)) {
                ordered.add(address);
            }
        }
        return List.copyOf(ordered);
    }
}
