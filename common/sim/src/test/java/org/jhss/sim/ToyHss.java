// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.sim;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiConsumer;
import org.jdiameter.api.Avp;
import org.jdiameter.api.AvpSet;
import org.jdiameter.api.Request;
import org.jdiameter.client.api.IMessage;
import org.jdiameter.client.impl.parser.MessageParser;
import org.jhss.sim.stack.HssEndpoint;
import org.jhss.sim.stack.LinkSettings;
import org.jhss.sim.stack.PeerIdentity;

/** A server of a few lines: answers CER, DPR and whatever a test scripts, and can ask something itself. */
final class ToyHss implements AutoCloseable {

    static final String REALM = "epc.mnc001.mcc001.3gppnetwork.org";
    static final String HOST = "hss." + REALM;
    private static final long TGPP = 10415;

    private final ServerSocket server;
    private final MessageParser parser = new MessageParser();
    private final BiConsumer<Request, AvpSet> script;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    final List<IMessage> received = new CopyOnWriteArrayList<>();
    final BlockingQueue<IMessage> answers = new LinkedBlockingQueue<>();
    volatile long capabilitiesResult = 2001;
    volatile boolean silent;

    ToyHss(BiConsumer<Request, AvpSet> script) throws IOException {
        this.script = script;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    LinkSettings settings(String mme) {
        return LinkSettings.of(
                PeerIdentity.of(mme + "." + REALM, REALM),
                new HssEndpoint(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()),
                        new org.jhss.identity.Realm(REALM),
                        java.util.Optional.empty()));
    }

    private void accept() {
        try {
            while (true) {
                var socket = server.accept();
                sockets.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException ignored) {
            // closed by the test
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new DataInputStream(socket.getInputStream());
            while (true) {
                int first = in.readInt();
                var bytes = new byte[first & 0xFFFFFF];
                java.nio.ByteBuffer.wrap(bytes).putInt(first);
                in.readFully(bytes, 4, bytes.length - 4);
                handle(socket, parser.createMessage(bytes));
            }
        } catch (Exception ignored) {
            // the peer left
        }
    }

    private void handle(Socket socket, IMessage message) throws Exception {
        received.add(message);
        if (!message.isRequest()) {
            answers.add(message);
            return;
        }
        if (silent) {
            return;
        }
        var answer = (IMessage) ((Request) message).createAnswer();
        var avps = answer.getAvps();
        avps.addAvp(Avp.ORIGIN_HOST, HOST, true, false, true);
        avps.addAvp(Avp.ORIGIN_REALM, REALM, true, false, true);
        switch (message.getCommandCode()) {
            case 257 -> {
                avps.addAvp(Avp.RESULT_CODE, capabilitiesResult, true, false, true);
                avps.addAvp(Avp.HOST_IP_ADDRESS, InetAddress.getLoopbackAddress(), true, false);
                avps.addAvp(Avp.VENDOR_ID, TGPP, true, false, true);
                avps.addAvp(Avp.PRODUCT_NAME, "toy", false);
                for (long application : new long[] {16777251, 16777252}) {
                    var group = avps.addGroupedAvp(Avp.VENDOR_SPECIFIC_APPLICATION_ID, true, false);
                    group.addAvp(Avp.VENDOR_ID, TGPP, true, false, true);
                    group.addAvp(Avp.AUTH_APPLICATION_ID, application, true, false, true);
                }
            }
            case 280, 282 -> avps.addAvp(Avp.RESULT_CODE, 2001L, true, false, true);
            default -> script.accept((Request) message, avps);
        }
        send(socket, answer);
    }

    private synchronized void send(Socket socket, IMessage message) throws Exception {
        socket.getOutputStream().write(parser.encodeMessage(message).array());
    }

    /** Sends a request of its own on the first connection. */
    void ask(int command, java.util.function.Consumer<AvpSet> content) throws Exception {
        var request = parser.createEmptyMessage(command, 16777251);
        request.setRequest(true);
        request.setHopByHopIdentifier(4711);
        request.setEndToEndIdentifier(815);
        request.getAvps().addAvp(Avp.SESSION_ID, HOST + ";1;2;3", true, false, false);
        request.getAvps().addAvp(Avp.ORIGIN_HOST, HOST, true, false, true);
        request.getAvps().addAvp(Avp.ORIGIN_REALM, REALM, true, false, true);
        content.accept(request.getAvps());
        send(sockets.getFirst(), request);
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var socket : new ArrayList<>(sockets)) {
            socket.close();
        }
    }
}
