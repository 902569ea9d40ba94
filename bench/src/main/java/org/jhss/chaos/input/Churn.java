// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.chaos.input;

/** Connections that come and go: with and without CER, with a request under way, with the name of one just closed. */
final class Churn implements Hostility {

    @Override
    public String what() {
        return "connections that come and go";
    }

    @Override
    public long act(Prey prey, int times) {
        var again = prey.peer();
        for (int i = 0; i < times; i++) {
            switch (i % 4) {
                case 0 -> prey.connect().close();
                case 1 -> prey.open(prey.peer()).close();
                case 2 -> {
                    var peer = prey.peer();
                    try (var client = prey.open(peer)) {
                        client.send(prey.air(peer));
                    }
                }
                default -> {
                    try (var client = prey.connect()) {
                        // May be refused, when the one before is not known to be gone yet.
                        var _ = client.exchange(again.cer().octets());
                    }
                }
            }
        }
        return times;
    }
}
