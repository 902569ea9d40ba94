// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.chaos.input;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.ResultCode;
import org.jhss.testkit.diameter.DiameterRequests;
import org.jhss.testkit.diameter.RawClient;

/** A well-behaved peer, which asks at a leisurely pace and wants an answer to each request, whatever others do. */
final class GoodPeer implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final int WATCHDOG_EVERY = 10;
    private static final int MOST_REMEMBERED = 10;

    private final DiameterRequests peer;
    private final String imsi;
    private final RawClient client;
    private final Thread thread;
    private final List<String> failures = new ArrayList<>();
    private final java.util.Set<String> tokens = new java.util.HashSet<>();
    private volatile boolean stopped;
    private long sent;
    private long answered;
    private long refused;
    private long slowestNanos;

    /**
     * How it fared.
     *
     * @param sent requests
     * @param answered with success
     * @param refused with 3004: others were asking for more than the system could answer
     * @param slowest longest wait for an answer
     * @param failures the first of them, in words
     */
    record Outcome(long sent, long answered, long refused, Duration slowest, List<String> failures) {}

    GoodPeer(Prey prey, String name, String imsi) {
        this.peer = prey.peer(name);
        this.imsi = imsi;
        this.client = prey.open(peer);
        this.thread = Thread.ofPlatform().name(name).start(this::run);
    }

    private void run() {
        while (!stopped) {
            long start = System.nanoTime();
            try {
                boolean watchdog = sent % WATCHDOG_EVERY == 0;
                var request = watchdog ? peer.dwr() : peer.air(imsi, 1);
                sent++;
                client.send(request.octets());
                check(client.receiveAnswer(), watchdog);
                slowestNanos = Math.max(slowestNanos, System.nanoTime() - start);
            } catch (RuntimeException | AssertionError e) {
                fail(e.toString());
                return;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private void check(Message answer, boolean watchdog) {
        long code = answer.unsigned32(Base.RESULT_CODE, 0);
        if (code == ResultCode.TOO_BUSY.value()) {
            refused++;
        } else if (code != ResultCode.SUCCESS.value()) {
            fail("Result-Code " + code);
        } else if (!watchdog
                && !tokens.add(HexFormat.of()
                        .formatHex(answer.find(S6a.AUTHENTICATION_INFO)
                                .find(S6a.E_UTRAN_VECTOR)
                                .octets(S6a.AUTN)))) {
            fail("a vector came twice");
        } else {
            answered++;
        }
    }

    private void fail(String what) {
        if (failures.size() < MOST_REMEMBERED) {
            failures.add(what);
        }
    }

    /** Ends its requests and tells how it fared. */
    Outcome finish() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        client.close();
        return new Outcome(sent, answered, refused, Duration.ofNanos(slowestNanos), List.copyOf(failures));
    }

    @Override
    public void close() {
        var _ = finish();
    }
}
