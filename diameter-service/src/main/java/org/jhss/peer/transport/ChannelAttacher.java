// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.transport;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jhss.identity.PeerHost;
import org.jhss.peer.connection.CloseReason;
import org.jhss.peer.connection.Lanes;
import org.jhss.peer.connection.PeerCertificate;
import org.jhss.peer.connection.TransportInfo;
import org.jhss.peer.metrics.PeerMetrics;
import org.jhss.platform.logging.RateLimitedLog;
import org.slf4j.LoggerFactory;

/** Makes a connection of a channel once octets can flow: at once, or after the TLS handshake. */
final class ChannelAttacher extends ChannelInboundHandlerAdapter {

    private static final RateLimitedLog QUIET =
            new RateLimitedLog(LoggerFactory.getLogger(ChannelAttacher.class), 5, Duration.ofSeconds(10));

    private final Lanes lanes;
    private final PeerMetrics metrics;
    private final Optional<PeerHost> target;
    private final boolean tls;
    private final CompletableFuture<Void> attached;

    /**
     * @param target the peer that we connect to; empty when it connects to us
     * @param attached completed when the connection is made or is not
     */
    ChannelAttacher(
            Lanes lanes,
            PeerMetrics metrics,
            Optional<PeerHost> target,
            boolean tls,
            CompletableFuture<Void> attached) {
        this.lanes = lanes;
        this.metrics = metrics;
        this.target = target;
        this.tls = tls;
        this.attached = attached;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        if (!tls && context.channel().isActive()) {
            attach(context, Optional.empty());
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        if (!tls) {
            attach(context, Optional.empty());
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        attached.completeExceptionally(new java.io.IOException("closed by the peer"));
        context.fireChannelInactive();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof SslHandshakeCompletionEvent handshake) {
            var handler = context.pipeline().get(SslHandler.class);
            if (handshake.isSuccess() && handler != null) {
                attach(context, CertifiedNames.of(handler.engine().getSession()));
            } else {
                failed(context.channel(), handshake.cause());
            }
        }
        context.fireUserEventTriggered(event);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        failed(context.channel(), cause);
    }

    private void failed(Channel channel, Throwable cause) {
        if (!attached.isDone()) {
            metrics.closed(CloseReason.TLS_FAILED.label());
            QUIET.atWarn("tls")
                    .addKeyValue("remote", channel.remoteAddress())
                    .log("no connection: " + cause.getMessage());
            attached.completeExceptionally(cause);
        }
        var _ = channel.close();
    }

    private void attach(ChannelHandlerContext context, Optional<PeerCertificate> certificate) {
        var channel = context.channel();
        if (attached.isDone()
                || !(channel.localAddress() instanceof InetSocketAddress local)
                || !(channel.remoteAddress() instanceof InetSocketAddress remote)) {
            return;
        }
        var info = new TransportInfo(tls ? "TLS" : "TCP", tls, local, remote, List.of(local.getAddress()), certificate);
        attached.complete(null);
        context.pipeline().replace(this, "connection", lanes.attach(channel, target, info));
    }
}
