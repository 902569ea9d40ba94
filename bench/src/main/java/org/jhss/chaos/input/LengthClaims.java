// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.chaos.input;

import org.jhss.diameter.message.Header;

/** Headers that tell a length below 20 or beyond the limit, up to 16 MiB, or another version, before and after CER. */
final class LengthClaims implements Hostility {

    private static final int[] LENGTHS = {0, 1, 4, 19, 65_540, 1 << 20, 0xFF_FFFC, 0xFF_FFFF};

    @Override
    public String what() {
        return "false lengths and versions in headers";
    }

    @Override
    public long act(Prey prey, int times) {
        for (int i = 0; i < times; i++) {
            var peer = prey.peer();
            byte[] octets = prey.air(peer);
            if (i % 9 == 8) {
                octets[0] = (byte) (2 + prey.random().nextInt(250));
            } else {
                tell(octets, LENGTHS[i % 9]);
            }
            try (var client = i % 2 == 0 ? prey.connect() : prey.open(peer)) {
                Prey.sendAnyway(client, octets);
                Prey.requireClosed(client, what());
            }
        }
        return times;
    }

    private static void tell(byte[] octets, int length) {
        octets[0] = Header.VERSION;
        octets[1] = (byte) (length >> 16);
        octets[2] = (byte) (length >> 8);
        octets[3] = (byte) length;
    }
}
