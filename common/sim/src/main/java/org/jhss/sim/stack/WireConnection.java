// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.sim.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import org.jdiameter.api.AvpDataException;
import org.jdiameter.api.Configuration;
import org.jdiameter.client.api.IMessage;
import org.jdiameter.client.api.io.IConnectionListener;
import org.jdiameter.client.api.io.TransportError;
import org.jdiameter.client.api.io.TransportException;
import org.jdiameter.client.api.parser.IMessageParser;
import org.jdiameter.client.api.parser.ParseException;
import org.jdiameter.client.impl.transport.tcp.TCPClientConnection;
import org.jdiameter.common.api.concurrent.IConcurrentFactory;

/** jDiameter's TCP connection, showing the very bytes it writes and reads to a {@link WireTap}. */
public final class WireConnection extends TCPClientConnection {

    private final WireTap tap;
    private final IMessageParser encoder;

    /** Called by jDiameter's transport factory. */
    public WireConnection(
            Configuration config,
            IConcurrentFactory concurrentFactory,
            InetAddress remoteAddress,
            int remotePort,
            InetAddress localAddress,
            int localPort,
            IMessageParser parser,
            String ref) {
        super(config, concurrentFactory, remoteAddress, remotePort, localAddress, localPort, parser, ref);
        this.tap = ((LinkConfiguration) config).tap();
        this.encoder = parser;
    }

    /** Called by jDiameter's transport factory. */
    public WireConnection(
            Configuration config,
            IConcurrentFactory concurrentFactory,
            InetAddress remoteAddress,
            int remotePort,
            InetAddress localAddress,
            int localPort,
            IConnectionListener listener,
            IMessageParser parser,
            String ref) {
        super(config, concurrentFactory, remoteAddress, remotePort, localAddress, localPort, listener, parser, ref);
        this.tap = ((LinkConfiguration) config).tap();
        this.encoder = parser;
    }

    @Override
    public void connect() throws TransportException {
        try {
            super.connect();
        } catch (TransportException e) {
            tap.connectFailed(e);
            throw e;
        }
    }

    @Override
    public void sendMessage(IMessage message) throws TransportException {
        try {
            var bytes = encoder.encodeMessage(message);
            tap.sent(bytes);
            getClient().sendMessage(bytes);
        } catch (IOException | ParseException e) {
            throw new TransportException("Cannot send message", TransportError.FailedSendMessage, e);
        }
    }

    @Override
    protected void onMessageReceived(ByteBuffer message) throws AvpDataException {
        tap.received(message);
        super.onMessageReceived(message);
    }
}
