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
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jhss.identity.PeerHost;
import org.jhss.peer.connection.Lanes;
import org.jhss.peer.metrics.PeerMetrics;
import org.jhss.platform.lifecycle.StartFailure;

/** TCP, in plain text or with TLS from the first octet (RFC 6733 2.1). */
public final class TcpTransport implements PeerTransport {

    private static final int READS_PER_TURN = 2;
    private static final int BACKLOG = 1024;
    private static final int CONNECT_MILLIS = 5_000;

    private final IoGroups io;
    private final Lanes lanes;
    private final PeerMetrics metrics;
    private final Admission admission;
    private final Optional<TlsContexts> tls;
    private final Bounds bounds;
    private final List<Channel> listeners = new ArrayList<>();

    /**
     * What one connection may take.
     *
     * @param writeBuffer octets waiting for one peer from which on it counts as slow
     * @param handshake time for a TLS handshake
     */
    public record Bounds(int writeBuffer, Duration handshake) {}

    /**
     * @param tls empty for plain text
     */
    public TcpTransport(
            IoGroups io,
            Lanes lanes,
            PeerMetrics metrics,
            Admission admission,
            Optional<TlsContexts> tls,
            Bounds bounds) {
        this.io = io;
        this.lanes = lanes;
        this.metrics = metrics;
        this.admission = admission;
        this.tls = tls;
        this.bounds = bounds;
    }

    @Override
    public List<InetSocketAddress> listen(List<InetSocketAddress> addresses) throws StartFailure {
        var bound = new ArrayList<InetSocketAddress>();
        for (var address : addresses) {
            bound.add(bind(address));
        }
        return bound;
    }

    private InetSocketAddress bind(InetSocketAddress address) throws StartFailure {
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
                        if (admission.admit(channel)) {
                            prepare(channel, tls.map(TlsContexts::server), Optional.empty(), new CompletableFuture<>());
                        }
                    }
                })
                .bind(address)
                .awaitUninterruptibly();
        if (!future.isSuccess()) {
            throw BindFailures.of(address, tls.isPresent() ? "hss.tls.bind_port" : "hss.bind_port", future.cause());
        }
        listeners.add(future.channel());
        return future.channel().localAddress() instanceof InetSocketAddress local ? local : address;
    }

    @Override
    public CompletionStage<Void> connect(PeerHost peer, InetSocketAddress address) {
        var attached = new CompletableFuture<Void>();
        Resolver.resolve(address, attached, resolved -> connect(peer, resolved, attached));
        return attached;
    }

    private void connect(PeerHost peer, InetSocketAddress resolved, CompletableFuture<Void> attached) {
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
                        prepare(channel, tls.map(TlsContexts::client), Optional.of(peer), attached);
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
            CompletableFuture<Void> attached) {
        context.ifPresent(ssl -> {
            var handler = ssl.newHandler(channel.alloc());
            handler.setHandshakeTimeoutMillis(bounds.handshake().toMillis());
            channel.pipeline().addLast("tls", handler);
        });
        channel.pipeline()
                .addLast("attacher", new ChannelAttacher(lanes, metrics, target, context.isPresent(), attached));
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
