// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.testkit.diameter;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.HexFormat;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.message.Header;
import org.jhss.diameter.message.Limits;
import org.jhss.diameter.message.Malformation;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.MessageReader;
import org.jhss.diameter.message.ResultCode;

/** A peer made of a plain socket: what a test says, octet by octet, and what comes back. */
public final class RawClient implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;

    /** An answer may hold all that a bad request made it copy. */
    private static final Limits WIDE = new Limits(Header.MAX_MESSAGE_LENGTH, 1 << 20, 64);

    private final Socket socket;
    private final DataInputStream in;

    public RawClient(Socket socket) {
        try {
            this.socket = socket;
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            this.in = new DataInputStream(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static RawClient connect(InetSocketAddress address) {
        try {
            return new RawClient(new Socket(address.getAddress(), address.getPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Connects and sends a CER, which must be accepted. */
    public static RawClient open(InetSocketAddress address, byte[] capabilitiesExchange) {
        var client = connect(address);
        long code = client.exchange(capabilitiesExchange).unsigned32(Base.RESULT_CODE, 0);
        if (code != ResultCode.SUCCESS.value()) {
            throw new AssertionError("CEA with Result-Code " + code);
        }
        return client;
    }

    public Socket socket() {
        return socket;
    }

    public void send(byte[] octets) {
        try {
            socket.getOutputStream().write(octets);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next message; fails when none comes. */
    public Message receive() {
        try {
            byte[] start = new byte[4];
            in.readFully(start);
            byte[] octets = new byte[Header.messageLength(start, 0)];
            System.arraycopy(start, 0, octets, 0, start.length);
            in.readFully(octets, start.length, octets.length - start.length);
            return switch (new MessageReader(WIDE).read(octets, 0, octets.length)) {
                case Message message -> message;
                case Malformation malformation ->
                    throw new AssertionError("not a message: " + malformation + ": "
                            + HexFormat.of().formatHex(octets));
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next message that is no request of the base protocol's watchdog. */
    public Message receiveAnswer() {
        var message = receive();
        while (message.isRequest()) {
            message = receive();
        }
        return message;
    }

    public Message exchange(byte[] request) {
        send(request);
        return receive();
    }

    /** Whether the other side closes, within some seconds; what it still sends is thrown away. */
    public boolean isClosedByOther() {
        try {
            while (in.read() >= 0) {
                in.skipNBytes(in.available());
            }
            return true;
        } catch (SocketTimeoutException _) {
            return false;
        } catch (EOFException _) {
            return true;
        } catch (IOException _) {
            return true;
        }
    }

    /** Whether nothing at all comes for that time. */
    public boolean isSilentFor(int millis) {
        try {
            socket.setSoTimeout(millis);
            var _ = in.read();
            return false;
        } catch (SocketTimeoutException _) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            restorePatience();
        }
    }

    private void restorePatience() {
        try {
            socket.setSoTimeout(PATIENCE_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
