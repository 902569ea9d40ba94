// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jhss.aka.AkaCredentials;
import org.jhss.aka.Amf;
import org.jhss.aka.MilenageKey;
import org.jhss.aka.VectorGenerator;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.S13;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.Answers;
import org.jhss.diameter.message.DiameterBuffer;
import org.jhss.diameter.message.ExperimentalResultCode;
import org.jhss.diameter.message.Header;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.diameter.message.ResultCode;
import org.jhss.identity.Plmn;

/** An HSS of one thread per connection that does as the test says, wrong things included. */
final class FakeHss implements AutoCloseable {

    static final MilenageKey KEY = MilenageKey.ofOpc(
            HexFormat.of().parseHex("465b5ce8b199b49faa5f0a2ee238a6bc"),
            HexFormat.of().parseHex("cd63cb71954a9f4e48a5994e37a02baf"));

    /** What the test does with a request, given its number from 1 on. */
    interface Behaviour {
        void handle(Connection connection, Message request, int number) throws IOException;
    }

    private final ServerSocket server;
    private final Behaviour behaviour;
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicLong sqn = new AtomicLong(32);
    private final List<Connection> connections = new CopyOnWriteArrayList<>();
    final List<String> origins = new CopyOnWriteArrayList<>();
    final AtomicInteger answersReceived = new AtomicInteger();
    final AtomicInteger retransmissions = new AtomicInteger();

    FakeHss(Behaviour behaviour) throws IOException {
        this.behaviour = behaviour;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** An answer of just that code. */
    static byte[] error(Message request, ResultCode code) {
        var buffer = new DiameterBuffer();
        new Answers("hss.test", "test").error(new MessageWriter(buffer), request, code);
        return buffer.copy(0, buffer.length());
    }

    InetSocketAddress address() {
        return new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
    }

    List<Connection> connections() {
        return connections;
    }

    private void accept() {
        try {
            while (true) {
                var connection = new Connection(server.accept());
                connections.add(connection);
                Thread.ofVirtual().start(connection::serve);
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var connection : connections) {
            connection.close();
        }
    }

    /** One peer's connection. */
    final class Connection {

        private final Socket socket;
        private final Answers answers = new Answers("hss.test", "test");
        private final VectorGenerator vectors = new VectorGenerator();
        private final DiameterBuffer buffer = new DiameterBuffer();
        private final MessageWriter out = new MessageWriter(buffer);

        Connection(Socket socket) {
            this.socket = socket;
        }

        private void serve() {
            try (socket) {
                socket.setTcpNoDelay(true);
                var in = new DataInputStream(socket.getInputStream());
                while (true) {
                    take(read(in));
                }
            } catch (IOException ended) {
                // The peer has gone, or the test has closed.
            }
        }

        private Message read(DataInputStream in) throws IOException {
            byte[] start = new byte[4];
            in.readFully(start);
            byte[] octets = new byte[Header.messageLength(start, 0)];
            System.arraycopy(start, 0, octets, 0, start.length);
            in.readFully(octets, start.length, octets.length - start.length);
            return (Message) Message.parse(octets);
        }

        private void take(Message message) throws IOException {
            if (!message.isRequest()) {
                answersReceived.incrementAndGet();
                return;
            }
            if (message.applicationId() == Base.APPLICATION.id()) {
                if (message.commandCode() == Base.CER.code()) {
                    origins.add(message.text(Base.ORIGIN_HOST));
                }
                result(message, ResultCode.SUCCESS);
            } else {
                if (message.isRetransmitted()) {
                    retransmissions.incrementAndGet();
                }
                behaviour.handle(this, message, numbers.incrementAndGet());
            }
        }

        /** Sends an answer of just that code. */
        void result(Message request, ResultCode code) throws IOException {
            buffer.clear();
            answers.error(out, request, code);
            send();
        }

        /** Answers as an HSS should: with a fresh vector, Subscription-Data, Equipment-Status. */
        void success(Message request) throws IOException {
            success(request, sqn.addAndGet(32), octets -> {});
        }

        /** As {@link #success(Message)} with that SQN in a vector, and then changed. */
        void success(Message request, long usedSqn, Consumer<byte[]> damage) throws IOException {
            buffer.clear();
            Answers.addResult(answers.begin(out, request), ResultCode.SUCCESS);
            if (request.commandCode() == S6a.AIR.code()) {
                var vector = vectors.eutran(
                        new AkaCredentials(KEY, new Amf(0x8000)), usedSqn, new Plmn("001", "01").encode(), 0);
                damage.accept(vector.xres());
                out.begin(S6a.AUTHENTICATION_INFO)
                        .begin(S6a.E_UTRAN_VECTOR)
                        .add(S6a.RAND, vector.rand())
                        .add(S6a.XRES, vector.xres())
                        .add(S6a.AUTN, vector.autn())
                        .add(S6a.KASME, vector.kasme())
                        .end()
                        .end();
            } else if (request.commandCode() == S6a.ULR.code()) {
                out.begin(S6a.SUBSCRIPTION_DATA).add(S6a.SUBSCRIBER_STATUS, 0).end();
            } else if (request.commandCode() == S13.ECR.code()) {
                out.add(S6a.EQUIPMENT_STATUS, 0);
            }
            answers.finish(out, request);
            send();
        }

        /** Answers 5001 of 3GPP, DIAMETER_ERROR_USER_UNKNOWN. */
        void experimental(Message request) throws IOException {
            buffer.clear();
            answers.experimental(out, request, ExperimentalResultCode.USER_UNKNOWN);
            send();
        }

        /** Sends CLR. */
        void cancelLocation() throws IOException {
            buffer.clear();
            answers.addOrigin(out.startRequest(S6a.CLR, 1, 1).add(Base.SESSION_ID, "hss.test;1;1"))
                    .add(S6a.CANCELLATION_TYPE, 0);
            out.finish();
            send();
        }

        /** Sends DWR. */
        void watchdog() throws IOException {
            buffer.clear();
            answers.addOrigin(out.startRequest(Base.DWR, 2, 2));
            out.finish();
            send();
        }

        /** Answers with success and nothing else. */
        void empty(Message request) throws IOException {
            buffer.clear();
            Answers.addResult(answers.begin(out, request), ResultCode.SUCCESS);
            answers.finish(out, request);
            send();
        }

        /** Sends the answer made last once more, changed. */
        void again(Consumer<byte[]> change) throws IOException {
            var octets = buffer.copy(0, buffer.length());
            change.accept(octets);
            write(octets);
        }

        /** Sends anything. */
        void write(byte[] octets) throws IOException {
            synchronized (this) {
                OutputStream stream = socket.getOutputStream();
                stream.write(octets);
                stream.flush();
            }
        }

        private void send() throws IOException {
            write(buffer.copy(0, buffer.length()));
        }

        void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
