// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Ports of the loopback address. */
final class Ports {

    static final String LOOPBACK = "127.0.0.1";
    private static final InetAddress ADDRESS = InetAddress.ofLiteral(LOOPBACK);
    private static final int CONNECT_MILLIS = 500;

    private Ports() {}

    /** One that is free now; a process that keeps it over restarts must be given it, so it cannot be left to the process. */
    static int free() {
        try (var socket = new ServerSocket(0, 1, ADDRESS)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InetSocketAddress address(int port) {
        return new InetSocketAddress(ADDRESS, port);
    }

    static boolean accepts(int port) {
        try (var socket = new Socket()) {
            socket.connect(address(port), CONNECT_MILLIS);
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
