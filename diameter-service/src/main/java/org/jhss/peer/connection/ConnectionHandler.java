// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.connection;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;

/** Feeds a channel's events to its connection. */
public final class ConnectionHandler extends ChannelInboundHandlerAdapter {

    private final Connection connection;

    ConnectionHandler(Connection connection) {
        this.connection = connection;
    }

    public Connection connection() {
        return connection;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        connection.start();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object octets) {
        if (octets instanceof ByteBuf buffer) {
            connection.read(buffer);
        } else {
            ReferenceCountUtil.release(octets);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == RecordEnd.HERE) {
            connection.endOfRecord();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        connection.readComplete();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        connection.writabilityChanged(context.channel().isWritable());
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        connection.inactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        connection.failed(cause);
    }
}
