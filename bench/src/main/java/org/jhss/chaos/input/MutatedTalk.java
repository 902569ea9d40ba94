// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.chaos.input;

import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jhss.diameter.message.Header;
import org.jhss.testkit.diameter.RawClient;
import org.jhss.testkit.mutation.AnswerRules;

/**
 * Mutated messages by the hundred on open connections. Each request must get one sound answer with its identifiers, unless the
 * connection ends; answers must get none.
 */
final class MutatedTalk implements Hostility {

    private static final int PER_CONNECTION = 100;

    private final AnswerRules rules = new AnswerRules();

    @Override
    public String what() {
        return "mutated messages";
    }

    @Override
    public long act(Prey prey, int times) {
        int connections = Math.max(1, times * 10 / PER_CONNECTION);
        for (int i = 0; i < connections; i++) {
            talk(prey);
        }
        return (long) connections * PER_CONNECTION;
    }

    private void talk(Prey prey) {
        var peer = prey.peer();
        var mutator = Corpus.of(prey.random().nextLong(), peer, prey.imsis());
        Map<Long, byte[]> due = new HashMap<>();
        var stream = new ByteArrayOutputStream();
        for (int i = 0; i < PER_CONNECTION; i++) {
            byte[] octets = mutator.nextFramed();
            // Splicing may copy the identifiers too, and then nobody could tell the answers apart.
            if (!due.containsKey(key(octets))) {
                stream.writeBytes(octets);
                if (Header.isRequest(octets, 0)) {
                    due.put(key(octets), octets);
                }
            }
        }
        try (var client = prey.open(peer)) {
            client.send(stream.toByteArray());
            while (!due.isEmpty()) {
                settle(client, due);
            }
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof SocketTimeoutException) {
                throw new AssertionError(due.size() + " requests unanswered, one of them " + hex(due), e);
            }
        }
    }

    private void settle(RawClient client, Map<Long, byte[]> due) {
        var answer = client.receiveAnswer();
        byte[] octets = answer.toOctets();
        byte[] request = due.remove(key(octets));
        if (request == null) {
            throw new AssertionError(
                    "answer to nothing, or a second one: " + HexFormat.of().formatHex(octets));
        }
        var breach = rules.breach(request, octets, 0, octets.length);
        if (!breach.isEmpty()) {
            throw new AssertionError(breach + ": request " + HexFormat.of().formatHex(request) + " answer "
                    + HexFormat.of().formatHex(octets));
        }
    }

    private static long key(byte[] octets) {
        return (long) Header.hopByHop(octets, 0) << Integer.SIZE | Integer.toUnsignedLong(Header.endToEnd(octets, 0));
    }

    private static String hex(Map<Long, byte[]> due) {
        return HexFormat.of().formatHex(due.values().iterator().next());
    }
}
