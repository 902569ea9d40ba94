// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.chaos.input;

import java.io.ByteArrayOutputStream;
import org.jhss.diameter.message.Header;

/** The smallest requests, thousands in one go: bare headers of unknown commands, and watchdogs. All are answered. */
final class TinyFlood implements Hostility {

    private static final int FACTOR = 20;
    private static final int NO_COMMAND = 0xFF_FFF0;

    @Override
    public String what() {
        return "flood of tiny messages";
    }

    @Override
    public long act(Prey prey, int times) {
        var peer = prey.peer();
        byte[] bare = new byte[Header.LENGTH];
        System.arraycopy(
                peer.air(prey.imsis().getFirst(), 1).command(NO_COMMAND).octets(), 0, bare, 0, bare.length);
        bare[1] = 0;
        bare[2] = 0;
        bare[3] = (byte) bare.length;
        byte[] watchdog = peer.dwr().octets();
        var flood = new ByteArrayOutputStream();
        int messages = FACTOR * times;
        for (int i = 0; i < messages; i++) {
            flood.writeBytes(i % 2 == 0 ? bare : watchdog);
        }
        try (var client = prey.open(peer)) {
            // The answers are read meanwhile: who floods and does not read is another case.
            var writer = Thread.ofVirtual().start(() -> Prey.sendAnyway(client, flood.toByteArray()));
            for (int i = 0; i < messages; i++) {
                var _ = client.receiveAnswer();
            }
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return messages;
    }
}
