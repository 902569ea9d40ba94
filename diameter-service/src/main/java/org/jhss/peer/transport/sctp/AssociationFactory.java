// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.transport.sctp;

import com.sun.nio.sctp.SctpChannel;
import com.sun.nio.sctp.SctpServerChannel;
import com.sun.nio.sctp.SctpStandardSocketOptions;
import com.sun.nio.sctp.SctpStandardSocketOptions.InitMaxStreams;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.WriteBufferWaterMark;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes sockets and associations as the settings want them. */
final class AssociationFactory {

    /** A message must fit into what the kernel holds for one socket (Linux: EMSGSIZE); it grants at most net.core.wmem_max. */
    private static final int LEAST_SOCKET_BUFFER = 1 << 20;

    /** Messages are handed on whole, and those of one peer never mixed, even where the kernel has to break them up (RFC 6458 8.1.20). */
    private static final int NO_INTERLEAVING = 0;

    private static final int LEAST_READ = 2048;
    private static final int USUAL_READ = 4096;
    private static final int MOST_READ = 65_536;
    private static final int MESSAGES_PER_READ = 64;
    /** Trying again at once does not make room in a socket's buffer. */
    private static final int ONE_TRY = 1;

    private final SctpSettings settings;
    private final SctpMetrics metrics;

    AssociationFactory(SctpSettings settings, SctpMetrics metrics) {
        this.settings = settings;
        this.metrics = metrics;
    }

    /** Prepares a socket that is to listen; what it accepts has its streams and times. */
    void prepare(SctpServerChannel socket) throws IOException {
        socket.setOption(SctpStandardSocketOptions.SCTP_INIT_MAXSTREAMS, streams());
        KernelTiming.apply(socket, settings.timing());
    }

    /** An association that a peer set up. */
    AssociationChannel accepted(AssociationListener listener, SctpChannel socket) throws IOException {
        return orClose(socket, () -> associate(listener, socket, List.of()));
    }

    /** An association that is to be set up. */
    AssociationChannel connecting(List<InetAddress> ownAddresses) throws IOException {
        var socket = SctpChannel.open();
        return orClose(socket, () -> {
            socket.setOption(SctpStandardSocketOptions.SCTP_INIT_MAXSTREAMS, streams());
            KernelTiming.apply(socket, settings.timing());
            return associate(null, socket, ownAddresses);
        });
    }

    @FunctionalInterface
    private interface Preparation {
        AssociationChannel run() throws IOException;
    }

    private static AssociationChannel orClose(SctpChannel socket, Preparation preparation) throws IOException {
        try {
            return preparation.run();
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private AssociationChannel associate(@Nullable Channel parent, SctpChannel socket, List<InetAddress> ownAddresses)
            throws IOException {
        int room = Math.max(LEAST_SOCKET_BUFFER, settings.maxMessageSize());
        socket.setOption(SctpStandardSocketOptions.SCTP_NODELAY, true)
                .setOption(SctpStandardSocketOptions.SCTP_FRAGMENT_INTERLEAVE, NO_INTERLEAVING)
                .setOption(SctpStandardSocketOptions.SO_SNDBUF, room)
                .setOption(SctpStandardSocketOptions.SO_RCVBUF, room);
        var events = new AssociationEvents(metrics);
        var channel = new AssociationChannel(parent, socket, events, ownAddresses);
        channel.closeFuture().addListener(closed -> events.end());
        channel.config()
                .setRecvByteBufAllocator(new AdaptiveRecvByteBufAllocator(LEAST_READ, USUAL_READ, MOST_READ)
                        .maxMessagesPerRead(MESSAGES_PER_READ))
                .setWriteSpinCount(ONE_TRY)
                .setWriteBufferWaterMark(new WriteBufferWaterMark(settings.writeBuffer() / 2, settings.writeBuffer()));
        return channel;
    }

    private InitMaxStreams streams() {
        return InitMaxStreams.create(settings.maxStreams(), settings.maxStreams());
    }
}
