// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.chaos.input;

import java.io.ByteArrayOutputStream;

/** Answers to requests that nobody sent. None may be answered, and the connection lives on. */
final class StrayAnswers implements Hostility {

    @Override
    public String what() {
        return "answers out of the blue";
    }

    @Override
    public long act(Prey prey, int times) {
        var peer = prey.peer();
        var answers = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            var message = i % 2 == 0 ? peer.ulr(prey.imsis().getFirst()) : peer.dwr();
            answers.writeBytes(message.flags(0).octets());
        }
        try (var client = prey.open(peer)) {
            client.send(answers.toByteArray());
            Prey.requireSuccess(client, peer.dwr().octets(), "a watchdog after stray answers");
            Prey.requireSuccess(client, prey.air(peer), "a request after stray answers");
        }
        return times;
    }
}
