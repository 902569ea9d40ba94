// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.connection;

import io.netty.util.collection.IntObjectHashMap;
import java.util.ArrayList;
import org.jhss.diameter.message.Header;
import org.jhss.platform.bus.frame.BusMessage;
import org.jhss.platform.bus.frame.Envelope;
import org.jhss.platform.bus.frame.MessageStatus;
import org.jspecify.annotations.Nullable;

/**
 * Requests that we sent by one connection and whose answers are due, by the hop-by-hop id that this connection gave them
 * (RFC 6733 3: unique on the connection, while the originator's end-to-end id stays). Not thread-safe.
 */
final class OutgoingRequests {

    private static final byte[] NOTHING = new byte[0];

    private final Connection connection;
    private final Lane lane;
    private final int limit;
    private final IntObjectHashMap<Waiting> waiting = new IntObjectHashMap<>();
    private int nextHopByHop = (int) System.nanoTime();

    /** One request on its way. */
    record Waiting(OutgoingRequests owner, int hopByHop, int endToEnd, Envelope envelope, long deadlineNanos) {}

    OutgoingRequests(Connection connection, Lane lane, int limit) {
        this.connection = connection;
        this.lane = lane;
        this.limit = limit;
    }

    int size() {
        return waiting.size();
    }

    /** A hop-by-hop id for a request of the base protocol, whose answer is not waited for here. */
    int nextHopByHop() {
        do {
            nextHopByHop++;
        } while (waiting.containsKey(nextHopByHop));
        return nextHopByHop;
    }

    /** Sends a request of ours, or tells its originator why not. */
    void send(BusMessage message, long deadlineNanos) {
        var envelope = message.envelope();
        // It may have ended on the way here; after DPR nothing new is sent either (RFC 6733 5.4).
        if (connection.phase() != ConnectionPhase.OPEN) {
            lane.originated().reply(envelope, MessageStatus.DISCONNECTED, NOTHING, 0, 0);
            return;
        }
        if (waiting.size() >= limit) {
            lane.originated().reply(envelope, MessageStatus.OVERLOADED, NOTHING, 0, 0);
            return;
        }
        int hopByHop = nextHopByHop();
        var entry = new Waiting(
                this, hopByHop, Header.endToEnd(message.buffer(), message.offset()), envelope, deadlineNanos);
        waiting.put(hopByHop, entry);
        lane.originated().await(entry);
        connection.writeRequest(message.buffer(), message.offset(), message.length(), hopByHop);
    }

    /** Hands a peer's answer to the originator; false when it answers nothing of ours. */
    boolean answered(byte[] octets, int length) {
        var entry = take(Header.hopByHop(octets, 0), Header.endToEnd(octets, 0));
        if (entry == null) {
            return false;
        }
        lane.originated().reply(entry.envelope(), MessageStatus.OK, octets, 0, length);
        return true;
    }

    /** Ends the wait of {@code entry} if it is still waiting. */
    void expire(Waiting entry) {
        if (waiting.remove(entry.hopByHop(), entry)) {
            lane.originated().reply(entry.envelope(), MessageStatus.TIMEOUT, NOTHING, 0, 0);
        }
    }

    /** The connection is gone. */
    void failAll() {
        for (var entry : new ArrayList<>(waiting.values())) {
            lane.originated().reply(entry.envelope(), MessageStatus.DISCONNECTED, NOTHING, 0, 0);
        }
        waiting.clear();
    }

    private @Nullable Waiting take(int hopByHop, int endToEnd) {
        var entry = waiting.get(hopByHop);
        if (entry == null || entry.endToEnd() != endToEnd) {
            return null;
        }
        waiting.remove(hopByHop);
        return entry;
    }
}
