// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.chaos.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.message.ResultCode;
import org.jhss.identity.PeerHost;
import org.jhss.testkit.diameter.DiameterRequests;
import org.jhss.testkit.diameter.RawClient;

/**
 * Whom hostile peers turn on.
 *
 * @param address where it listens
 * @param like what a good peer of it sends
 * @param imsis subscribers who exist
 * @param random of all choices
 * @param names numbers the hostile peers
 */
record Prey(InetSocketAddress address, DiameterRequests like, List<String> imsis, Random random, AtomicInteger names) {

    Prey(InetSocketAddress address, DiameterRequests like, List<String> imsis, long seed) {
        this(address, like, List.copyOf(imsis), new Random(seed), new AtomicInteger());
    }

    /** What a new peer sends. */
    DiameterRequests peer() {
        return peer("hostile" + names.incrementAndGet());
    }

    DiameterRequests peer(String name) {
        var host = new PeerHost(name + "." + like.realm().value());
        return new DiameterRequests(host, like.realm(), like.homeRealm(), like.visited());
    }

    RawClient connect() {
        return RawClient.connect(address);
    }

    /** A connection on which capabilities have been exchanged. */
    RawClient open(DiameterRequests peer) {
        return RawClient.open(address, peer.cer().octets());
    }

    byte[] octets(int length) {
        byte[] octets = new byte[length];
        random.nextBytes(octets);
        return octets;
    }

    /** A request that is answered with success when all is well. */
    byte[] air(DiameterRequests peer) {
        return peer.air(imsis.get(random.nextInt(imsis.size())), 1).octets();
    }

    /** Sends, and takes no offence when the other side has closed. */
    static void sendAnyway(RawClient client, byte[] octets) {
        try {
            client.send(octets);
        } catch (UncheckedIOException _) {
            // Being shut out is what such a sender must expect.
            shutOutput(client);
        }
    }

    static void shutOutput(RawClient client) {
        try {
            client.socket().shutdownOutput();
        } catch (IOException _) {
            // Closed already.
            client.close();
        }
    }

    static void requireClosed(RawClient client, String what) {
        if (!client.isClosedByOther()) {
            throw new AssertionError("not closed after " + what);
        }
    }

    static void requireSuccess(RawClient client, byte[] request, String what) {
        client.send(request);
        long code = client.receiveAnswer().unsigned32(Base.RESULT_CODE, 0);
        if (code != ResultCode.SUCCESS.value()) {
            throw new AssertionError(what + " was answered with " + code);
        }
    }
}
