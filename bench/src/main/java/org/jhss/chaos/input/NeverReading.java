// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.chaos.input;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import org.jhss.testkit.diameter.RawClient;

/** A peer that asks and asks and never reads an answer. It may hold up nobody but itself. */
final class NeverReading implements Hostility {

    private static final int FACTOR = 20;
    private static final int SMALL = 4096;

    @Override
    public String what() {
        return "peers that never read";
    }

    @Override
    public long act(Prey prey, int times) {
        var peer = prey.peer();
        var stream = new ByteArrayOutputStream();
        for (int i = 0; i < FACTOR * times; i++) {
            stream.writeBytes(i % 2 == 0 ? prey.air(peer) : peer.dwr().octets());
        }
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(SMALL);
            socket.connect(prey.address());
            try (var client = new RawClient(socket)) {
                client.send(peer.cer().octets());
                var _ = client.receive();
                // Blocks as soon as the other side has stopped reading from us; then closing is what ends it.
                var writer = Thread.ofVirtual().start(() -> Prey.sendAnyway(client, stream.toByteArray()));
                writer.join(java.time.Duration.ofSeconds(1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return (long) FACTOR * times;
    }
}
