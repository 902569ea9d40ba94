// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.chaos.input;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jhss.testkit.diameter.RawClient;

/** Peers that keep a connection busy with next to nothing: one octet a second of a CER or of a request, or nothing at all. */
final class SlowPeers implements AutoCloseable {

    private static final Duration PACE = Duration.ofSeconds(1);

    private static final class Slow {
        private final RawClient client;
        private final byte[] octets;

        Slow(RawClient client, byte[] octets) {
            this.client = client;
            this.octets = octets;
        }

        void send(int index) {
            if (index < octets.length - 1) {
                try {
                    client.send(new byte[] {octets[index]});
                } catch (UncheckedIOException _) {
                    // Closed, as it should be.
                    client.close();
                }
            }
        }
    }

    private final List<Slow> peers = new ArrayList<>();
    private final Thread thread;
    private volatile boolean stopped;

    SlowPeers(Prey prey, int count) {
        for (int i = 0; i < count; i++) {
            var peer = prey.peer();
            peers.add(
                    switch (i % 3) {
                        case 0 -> new Slow(prey.connect(), peer.cer().octets());
                        case 1 -> new Slow(prey.open(peer), prey.air(peer));
                        default -> new Slow(prey.connect(), new byte[0]);
                    });
        }
        thread = Thread.ofPlatform().name("slow-peers").start(this::run);
    }

    private void run() {
        for (int i = 0; !stopped; i++) {
            for (var peer : peers) {
                peer.send(i);
            }
            LockSupport.parkNanos(PACE.toNanos());
        }
    }

    /** Waits until each has been shut out; throws when one is not. */
    void awaitShutOut() {
        for (var peer : peers) {
            if (!peer.client.socket().isClosed()) {
                Prey.requireClosed(peer.client, "an octet a second");
            }
        }
    }

    int count() {
        return peers.size();
    }

    @Override
    public void close() {
        stopped = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        peers.forEach(peer -> peer.client.close());
    }
}
