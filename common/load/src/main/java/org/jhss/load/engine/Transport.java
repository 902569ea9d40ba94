// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.engine;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;

/**
 * How connections are made: TCP by epoll where the kernel has it.
 *
 * @param group the event loops, one per thread of the generator
 * @param channel the kind of channel that goes with them
 */
record Transport(EventLoopGroup group, Class<? extends SocketChannel> channel) {

    static Transport tcp(int threads) {
        return Epoll.isAvailable()
                ? new Transport(group(threads, EpollIoHandler.newFactory()), EpollSocketChannel.class)
                : new Transport(group(threads, NioIoHandler.newFactory()), NioSocketChannel.class);
    }

    private static EventLoopGroup group(int threads, IoHandlerFactory factory) {
        return new MultiThreadIoEventLoopGroup(threads, new DefaultThreadFactory("load", true), factory);
    }
}
