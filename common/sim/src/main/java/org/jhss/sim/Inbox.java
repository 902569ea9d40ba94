// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.sim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jhss.sim.stack.AvpName;
import org.jhss.sim.stack.AvpWriter;
import org.jhss.sim.stack.Command;
import org.jhss.sim.stack.Outcome;
import org.jhss.sim.stack.ReceivedRequest;
import org.jhss.sim.stack.RequestHandler;

/**
 * Answers what the HSS sends (CLR, IDR, DSR, RSR) and keeps it. Success unless told otherwise; an IDR that asks for the EPS
 * location gets a fixed one. Thread-safe.
 */
public final class Inbox implements RequestHandler {

    /** IDR-Flags "EPS Location Information Request" (TS 29.272 table 7.3.103/1). */
    private static final long LOCATION_REQUESTED = 1L << 3;
    /** Enough for any test; the oldest go first when a simulated node listens for days. */
    private static final int CAPACITY = 10_000;

    /** Network 001-01, tracking area 1. */
    private static final byte[] TRACKING_AREA = {0x00, (byte) 0xF1, 0x10, 0x00, 0x01};
    /** Network 001-01, cell 257. */
    private static final byte[] CELL = {0x00, (byte) 0xF1, 0x10, 0x00, 0x00, 0x01, 0x01};

    private final List<ReceivedRequest> requests = new ArrayList<>();
    private RequestHandler policy = (request, answer) -> Optional.of(Outcome.SUCCESS);

    Inbox() {}

    /** Answers from now on as {@code handler} says instead of with success. */
    public synchronized void answerWith(RequestHandler handler) {
        policy = handler;
    }

    /** What came so far, oldest first. */
    public synchronized List<ReceivedRequest> requests() {
        return List.copyOf(requests);
    }

    /** Waits for a request of that command, also one that came before; empty when none comes within {@code timeout}. */
    public Optional<ReceivedRequest> await(Command command, Duration timeout) {
        return await(request -> request.command() == command, timeout);
    }

    /** Waits for a request that {@code wanted} accepts, also one that came before; empty after {@code timeout}. */
    public synchronized Optional<ReceivedRequest> await(Predicate<ReceivedRequest> wanted, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (true) {
            var found = requests.stream().filter(wanted).findFirst();
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (found.isPresent() || left <= 0) {
                return found;
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
    }

    /** Waits until {@code count} requests are kept, at most {@code timeout}. */
    public void awaitCount(int count, Duration timeout) {
        await(request -> requests.size() >= count, timeout);
    }

    @Override
    public synchronized Optional<Outcome> handle(ReceivedRequest request, AvpWriter answer) {
        if (requests.size() == CAPACITY) {
            requests.removeFirst();
        }
        requests.add(request);
        notifyAll();
        var outcome = policy.handle(request, answer);
        if (outcome.isPresent() && outcome.get().isSuccess() && asksForLocation(request)) {
            answer.group(
                    AvpName.EPS_LOCATION_INFORMATION,
                    location -> location.group(
                            AvpName.MME_LOCATION_INFORMATION,
                            mme -> mme.add(AvpName.E_UTRAN_CELL_GLOBAL_IDENTITY, CELL)
                                    .add(AvpName.TRACKING_AREA_IDENTITY, TRACKING_AREA)));
        }
        return outcome;
    }

    private static boolean asksForLocation(ReceivedRequest request) {
        return request.command() == Command.INSERT_SUBSCRIBER_DATA
                && (request.avps().number(AvpName.IDR_FLAGS).orElse(0) & LOCATION_REQUESTED) != 0;
    }
}
