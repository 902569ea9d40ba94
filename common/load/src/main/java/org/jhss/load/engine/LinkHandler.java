// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.engine;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.util.Arrays;
import org.jhss.diameter.message.Header;
import org.jhss.diameter.message.Limits;
import org.jhss.diameter.message.Malformation;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.MessageReader;

/** Cuts what one connection receives into messages, which are read in place. */
final class LinkHandler extends ChannelInboundHandlerAdapter {

    private static final int INITIAL_SIZE = 64 * 1024;
    private static final int LENGTH_OCTETS = 4;
    private static final Limits LIMITS = new Limits(1 << 20, 4096, 32);

    private final PeerLink link;
    private final MessageReader reader = new MessageReader(LIMITS);
    private byte[] octets = new byte[INITIAL_SIZE];
    private int length;

    LinkHandler(PeerLink link) {
        this.link = link;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object received) {
        long arrival = System.nanoTime();
        try {
            if (received instanceof ByteBuf buffer) {
                take(buffer);
            }
        } finally {
            ReferenceCountUtil.release(received);
        }
        int at = 0;
        while (length - at >= LENGTH_OCTETS) {
            int told = Header.messageLength(octets, at);
            if (told < Header.LENGTH || told > LIMITS.maxMessageSize()) {
                // The stream cannot be followed any further.
                link.malformed();
                length = 0;
                var _ = context.close();
                return;
            }
            if (length - at < told) {
                break;
            }
            switch (reader.read(octets, at, told)) {
                case Message message -> link.received(message, arrival);
                case Malformation ignored -> link.malformed();
            }
            at += told;
        }
        length -= at;
        System.arraycopy(octets, at, octets, 0, length);
    }

    private void take(ByteBuf buffer) {
        int count = buffer.readableBytes();
        if (length + count > octets.length) {
            octets = Arrays.copyOf(octets, Math.max(length + count, octets.length * 2));
        }
        buffer.readBytes(octets, length, count);
        length += count;
        link.octetsReceived(count);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        link.drained();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (context.channel().isWritable()) {
            link.drained();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        link.inactive();
    }

    /** A connection reset is no more than the end of the connection, which is counted there. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        var _ = context.close();
    }
}
