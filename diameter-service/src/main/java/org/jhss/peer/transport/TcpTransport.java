// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.transport;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jhss.identity.PeerHost;
import org.jhss.peer.connection.CloseReason;
import org.jhss.peer.connection.Lanes;
import org.jhss.peer.metrics.PeerMetrics;
import org.jhss.peer.policy.ConnectionSlots;
import org.jhss.platform.lifecycle.PortInUse;
import org.jhss.platform.lifecycle.StartFailure;

/** TCP, and TLS over it. */
public final class TcpTransport implements PeerTransport {

    private static final int READS_PER_TURN = 2;
    private static final int BACKLOG = 1024;
    private static final int CONNECT_MILLIS = 5_000;
    private static final String PORT_TAKEN = "Address already in use";

    private final IoGroups io;
    private final Lanes lanes;
    private final PeerMetrics metrics;
    private final Optional<TlsContexts> tls;
    private final Bounds bounds;
    private final ConnectionSlots slots;
    private final List<Channel> listeners = new ArrayList<>();

    /**
     * What one connection may take.
     *
     * @param writeBuffer octets waiting for one peer from which on it counts as slow
     * @param handshake time for a TLS handshake
     */
    public record Bounds(int writeBuffer, Duration handshake) {}

    public TcpTransport(
            IoGroups io,
            Lanes lanes,
            PeerMetrics metrics,
            Optional<TlsContexts> tls,
            ConnectionSlots slots,
            Bounds bounds) {
        this.io = io;
        this.lanes = lanes;
        this.metrics = metrics;
        this.tls = tls;
        this.slots = slots;
        this.bounds = bounds;
    }

    @Override
    public List<InetSocketAddress> listen(List<InetSocketAddress> addresses, boolean secure) throws StartFailure {
        var bound = new ArrayList<InetSocketAddress>();
        for (var address : addresses) {
            bound.add(bind(address, secure));
        }
        return bound;
    }

    private InetSocketAddress bind(InetSocketAddress address, boolean secure) throws StartFailure {
        var future = new ServerBootstrap()
                .group(io.group())
                .channel(io.server())
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, waterMark())
                .childOption(ChannelOption.RECVBUF_ALLOCATOR, readBuffers())
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        accept(channel, secure);
                    }
                })
                .bind(address)
                .awaitUninterruptibly();
        if (!future.isSuccess()) {
            throw cannotBind(address, secure, future.cause());
        }
        listeners.add(future.channel());
        return future.channel().localAddress() instanceof InetSocketAddress local ? local : address;
    }

    private static StartFailure cannotBind(InetSocketAddress address, boolean secure, Throwable cause) {
        var message = String.valueOf(cause.getMessage());
        if (message.contains(PORT_TAKEN)) {
            return new PortInUse(address, secure ? "hss.tls.bind_port" : "hss.bind_port", cause);
        }
        return StartFailure.configuration(
                "hss.bind_ip", "cannot listen on " + address.getAddress().getHostAddress() + ": " + message, cause);
    }

    private void accept(Channel channel, boolean secure) {
        if (!slots.admit(channel)) {
            metrics.closed(CloseReason.TOO_MANY_PEERS.label());
            var _ = channel.close();
            return;
        }
        metrics.connectionAccepted();
        prepare(
                channel,
                secure ? tls.map(TlsContexts::server) : Optional.empty(),
                Optional.empty(),
                secure,
                new CompletableFuture<>());
    }

    @Override
    public CompletionStage<Void> connect(PeerHost peer, InetSocketAddress address, boolean secure) {
        var attached = new CompletableFuture<Void>();
        if (secure && tls.isEmpty()) {
            attached.completeExceptionally(new IOException("hss.tls.certificate is not configured"));
            return attached;
        }
        // Names are looked up by a thread that may wait; event loops and callers may not.
        Thread.ofVirtual().name("resolve").start(() -> resolve(peer, address, secure, attached));
        return attached;
    }

    private void resolve(PeerHost peer, InetSocketAddress address, boolean secure, CompletableFuture<Void> attached) {
        var resolved = new InetSocketAddress(address.getHostString(), address.getPort());
        if (resolved.isUnresolved()) {
            attached.completeExceptionally(new IOException(address.getHostString() + " has no address"));
            return;
        }
        var _ = new Bootstrap()
                .group(io.group())
                .channel(io.client())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.SO_KEEPALIVE, true)
                .option(ChannelOption.WRITE_BUFFER_WATER_MARK, waterMark())
                .option(ChannelOption.RECVBUF_ALLOCATOR, readBuffers())
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        prepare(
                                channel,
                                secure ? tls.map(TlsContexts::client) : Optional.empty(),
                                Optional.of(peer),
                                secure,
                                attached);
                    }
                })
                .connect(resolved)
                .addListener(done -> {
                    if (!done.isSuccess()) {
                        attached.completeExceptionally(done.cause());
                    }
                });
    }

    private void prepare(
            Channel channel,
            Optional<SslContext> context,
            Optional<PeerHost> target,
            boolean secure,
            CompletableFuture<Void> attached) {
        context.ifPresent(ssl -> {
            var handler = ssl.newHandler(channel.alloc());
            handler.setHandshakeTimeoutMillis(bounds.handshake().toMillis());
            channel.pipeline().addLast("tls", handler);
        });
        channel.pipeline().addLast("attacher", new ChannelAttacher(lanes, metrics, target, secure, attached));
    }

    /** A peer that floods us has its turn end early, so that answers and watchdogs of the others are not kept waiting. */
    private static RecvByteBufAllocator readBuffers() {
        return new AdaptiveRecvByteBufAllocator().maxMessagesPerRead(READS_PER_TURN);
    }

    private WriteBufferWaterMark waterMark() {
        return new WriteBufferWaterMark(bounds.writeBuffer() / 2, bounds.writeBuffer());
    }

    @Override
    public void stopListening() {
        listeners.forEach(listener -> listener.close().awaitUninterruptibly());
        listeners.clear();
    }

    @Override
    public void close() {
        stopListening();
    }
}
