// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.chaos.input;

import java.nio.charset.StandardCharsets;

/** Octets of another protocol, or of none, where a CER should be; or another version of Diameter. */
final class GarbageFirst implements Hostility {

    private static final byte[] HTTP = "GET / HTTP/1.1\r\nHost: hss\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int CLIENT_HELLO = 0x16;
    private static final int MOST = 5000;

    @Override
    public String what() {
        return "garbage before CER";
    }

    @Override
    public long act(Prey prey, int times) {
        for (int i = 0; i < times; i++) {
            byte[] octets = i % 3 == 0 ? HTTP : prey.octets(1 + prey.random().nextInt(MOST));
            if (i % 3 == 1) {
                octets[0] = CLIENT_HELLO;
            } else if (i % 3 == 2) {
                octets[0] = (byte) (2 + prey.random().nextInt(200));
            }
            try (var client = prey.connect()) {
                Prey.sendAnyway(client, octets);
                Prey.requireClosed(client, what());
            }
        }
        return times;
    }
}
