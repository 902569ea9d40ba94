// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.chaos.input;

/** Requests, watchdogs and answers before the capabilities exchange: not answered, and the connection ends (RFC 6733 5.3). */
final class RequestFirst implements Hostility {

    @Override
    public String what() {
        return "requests before CER";
    }

    @Override
    public long act(Prey prey, int times) {
        for (int i = 0; i < times; i++) {
            var peer = prey.peer();
            byte[] octets = switch (i % 3) {
                case 0 -> prey.air(peer);
                case 1 -> peer.dwr().octets();
                default -> peer.cer().flags(0).octets();
            };
            try (var client = prey.connect()) {
                Prey.sendAnyway(client, octets);
                Prey.requireClosed(client, what());
            }
        }
        return times;
    }
}
