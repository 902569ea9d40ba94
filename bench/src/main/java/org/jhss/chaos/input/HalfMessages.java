// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.chaos.input;

import java.util.Arrays;

/** Messages of which the end never comes: the sender closes, or resets, in the middle of them. */
final class HalfMessages implements Hostility {

    @Override
    public String what() {
        return "messages cut off by closing";
    }

    @Override
    public long act(Prey prey, int times) {
        for (int i = 0; i < times; i++) {
            var peer = prey.peer();
            boolean open = i % 2 == 1;
            byte[] octets = open ? prey.air(peer) : peer.cer().octets();
            try (var client = open ? prey.open(peer) : prey.connect()) {
                Prey.sendAnyway(client, Arrays.copyOf(octets, 1 + prey.random().nextInt(octets.length - 1)));
                if (i % 3 == 0) {
                    Prey.shutOutput(client);
                    Prey.requireClosed(client, what());
                } else if (i % 3 == 1) {
                    reset(client);
                }
            }
        }
        return times;
    }

    private static void reset(org.jhss.testkit.diameter.RawClient client) {
        try {
            client.socket().setSoLinger(true, 0);
        } catch (java.net.SocketException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
