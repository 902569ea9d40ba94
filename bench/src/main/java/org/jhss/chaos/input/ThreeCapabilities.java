// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.chaos.input;

/** CER again and again on one connection, the last one in another's name, which ends it. */
final class ThreeCapabilities implements Hostility {

    @Override
    public String what() {
        return "three CERs on a connection";
    }

    @Override
    public long act(Prey prey, int times) {
        for (int i = 0; i < times; i++) {
            var peer = prey.peer();
            try (var client = prey.open(peer)) {
                Prey.requireSuccess(client, peer.cer().octets(), "a second CER");
                Prey.sendAnyway(client, prey.peer().cer().octets());
                Prey.requireClosed(client, what());
            }
        }
        return 2L * times;
    }
}
