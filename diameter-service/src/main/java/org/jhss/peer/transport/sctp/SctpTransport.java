// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.transport.sctp;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.sctp.SctpServerChannel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jhss.identity.PeerHost;
import org.jhss.peer.connection.Lanes;
import org.jhss.peer.transport.Admission;
import org.jhss.peer.transport.BindFailures;
import org.jhss.peer.transport.PeerTransport;
import org.jhss.peer.transport.Resolver;
import org.jhss.platform.lifecycle.StartFailure;
import org.jspecify.annotations.Nullable;

/** SCTP by the kernel, through the JDK: one-to-one associations, each with all our addresses and all of the peer's. */
public final class SctpTransport implements PeerTransport {

    private static final int BACKLOG = 1024;
    private static final int CONNECT_MILLIS = 5_000;

    private final EventLoopGroup loops;
    private final Lanes lanes;
    private final Admission admission;
    private final SctpMetrics metrics;
    private final SctpSettings settings;
    private final AssociationFactory factory;
    private @Nullable Channel listener;

    /**
     * @param loops event loops on the JDK's selector
     */
    public SctpTransport(
            EventLoopGroup loops, Lanes lanes, Admission admission, SctpMetrics metrics, SctpSettings settings) {
        this.loops = loops;
        this.lanes = lanes;
        this.admission = admission;
        this.metrics = metrics;
        this.settings = settings;
        this.factory = new AssociationFactory(settings, metrics);
    }

    /** One listener, bound to all of {@code addresses}; their port is that of the first. */
    @Override
    public List<InetSocketAddress> listen(List<InetSocketAddress> addresses) throws StartFailure {
        var first = addresses.getFirst();
        var bound = new ServerBootstrap()
                .group(loops)
                .channelFactory(this::newListener)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        if (admission.admit(channel)) {
                            prepare(channel, Optional.empty(), new CompletableFuture<>());
                        }
                    }
                })
                .bind(first)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw BindFailures.of(first, "hss.bind_port", bound.cause());
        }
        listener = bound.channel();
        int port =
                bound.channel().localAddress() instanceof InetSocketAddress local ? local.getPort() : first.getPort();
        var all = new ArrayList<InetSocketAddress>();
        for (var address : addresses) {
            if (all.isEmpty()) {
                all.add(new InetSocketAddress(first.getAddress(), port));
            } else {
                all.add(add(bound.channel(), address.getAddress(), port));
            }
        }
        return all;
    }

    private AssociationListener newListener() {
        try {
            return new AssociationListener(factory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InetSocketAddress add(Channel channel, InetAddress address, int port) throws StartFailure {
        var wanted = new InetSocketAddress(address, port);
        if (channel instanceof SctpServerChannel server) {
            var added = server.bindAddress(address).awaitUninterruptibly();
            if (!added.isSuccess()) {
                throw BindFailures.of(wanted, "hss.bind_port", added.cause());
            }
        }
        return wanted;
    }

    @Override
    public CompletionStage<Void> connect(PeerHost peer, InetSocketAddress address) {
        var attached = new CompletableFuture<Void>();
        Resolver.resolve(address, attached, resolved -> connect(peer, resolved, attached));
        return attached;
    }

    private void connect(PeerHost peer, InetSocketAddress resolved, CompletableFuture<Void> attached) {
        AssociationChannel association;
        try {
            association = factory.connecting(ownAddressesFor(resolved.getAddress()));
        } catch (IOException e) {
            attached.completeExceptionally(e);
            return;
        }
        var _ = new Bootstrap()
                .group(loops)
                .channelFactory(() -> association)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        prepare(channel, Optional.of(peer), attached);
                    }
                })
                .connect(resolved)
                .addListener(done -> {
                    if (!done.isSuccess()) {
                        attached.completeExceptionally(done.cause());
                    }
                });
    }

    /**
     * Our addresses for an association that we set up: the configured ones, so that it is multihomed as those that are set up to us are. None,
     * and so what the kernel finds, where they cannot reach the peer: all interfaces, another family, or loopback only.
     */
    private List<InetAddress> ownAddressesFor(InetAddress peer) {
        var own = settings.local();
        boolean usable = own.stream().noneMatch(InetAddress::isAnyLocalAddress)
                && own.stream().anyMatch(a -> a instanceof Inet6Address == peer instanceof Inet6Address)
                && (peer.isLoopbackAddress() || own.stream().noneMatch(InetAddress::isLoopbackAddress));
        return usable ? own : List.of();
    }

    private void prepare(Channel channel, Optional<PeerHost> target, CompletableFuture<Void> attached) {
        channel.pipeline()
                .addLast("association", new AssociationHandler(lanes, metrics, target, settings.local(), attached));
    }

    @Override
    public void stopListening() {
        var open = listener;
        if (open != null) {
            open.close().awaitUninterruptibly();
            listener = null;
        }
    }

    @Override
    public void close() {
        stopListening();
    }
}
