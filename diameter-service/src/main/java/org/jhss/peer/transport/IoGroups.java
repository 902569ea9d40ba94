// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.transport;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The event loops, on native epoll where there is one.
 *
 * @param group the loops
 * @param server what listens
 * @param client what connects
 * @param associations the loops for SCTP, which only the JDK's selector can wait for; {@code group} when that is one or there is no SCTP
 */
public record IoGroups(
        EventLoopGroup group,
        Class<? extends ServerChannel> server,
        Class<? extends SocketChannel> client,
        EventLoopGroup associations) {

    /**
     * Starts event loops.
     *
     * @param threads how many for each kind
     * @param sctp whether SCTP needs any
     */
    public static IoGroups start(int threads, boolean sctp) {
        if (!Epoll.isAvailable()) {
            var group = group("peer-io", threads, NioIoHandler.newFactory());
            return new IoGroups(group, NioServerSocketChannel.class, NioSocketChannel.class, group);
        }
        var group = group("peer-io", threads, EpollIoHandler.newFactory());
        return new IoGroups(
                group,
                EpollServerSocketChannel.class,
                EpollSocketChannel.class,
                sctp ? group("peer-sctp", threads, NioIoHandler.newFactory()) : group);
    }

    private static EventLoopGroup group(String name, int threads, IoHandlerFactory factory) {
        return new MultiThreadIoEventLoopGroup(threads, new DefaultThreadFactory(name, true), factory);
    }

    /** Every loop, those of SCTP last. */
    public List<EventLoop> loops() {
        var loops = new LinkedHashSet<EventLoop>();
        for (var some : List.of(group, associations)) {
            some.forEach(executor -> loops.add((EventLoop) executor));
        }
        return new ArrayList<>(loops);
    }

    /** Ends all of them. */
    public void stop() {
        var ends = List.of(
                associations.shutdownGracefully(0, 1, TimeUnit.SECONDS),
                group.shutdownGracefully(0, 1, TimeUnit.SECONDS));
        ends.forEach(end -> end.awaitUninterruptibly());
    }
}
