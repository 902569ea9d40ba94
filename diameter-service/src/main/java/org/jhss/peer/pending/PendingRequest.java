// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.pending;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.message.Avp;
import org.jhss.diameter.message.Header;
import org.jhss.diameter.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * A peer's request that waits for its answer. It keeps what an error answer needs, header, Session-Id and Proxy-Info, in octets of
 * its own. Instances are used again: the ticket tells one use from another.
 */
public final class PendingRequest {

    /** Who else gets the answer: a retransmission of this request. It keeps the request, for the case that there is no answer. */
    public static final class Follower {

        private final long connectionId;
        private final long ticket;
        private final byte[] request;

        /**
         * @param request the retransmission, whole; not to be changed
         */
        public Follower(long connectionId, long ticket, byte[] request) {
            this.connectionId = connectionId;
            this.ticket = ticket;
            this.request = request;
        }

        public long connectionId() {
            return connectionId;
        }

        public long ticket() {
            return ticket;
        }

        /** The retransmission; not to be changed. */
        public byte[] request() {
            return request;
        }
    }

    private static final int USUAL_LENGTH = 192;
    /** Above this an entry does not keep its octets for the next use: a peer may fill each with a whole message of Proxy-Info. */
    private static final int MOST_KEPT = 1024;

    private static final int PADDING = 3;
    private static final int BITS_OF_BYTE = 8;

    private byte[] skeleton = new byte[USUAL_LENGTH];
    private int length;
    private long deadline;
    private long duplicateKey;
    private int octets;
    private int priority;
    private boolean asksForReports;
    private @Nullable List<Follower> followers;

    final int slot;
    long ticket;
    boolean inUse;

    @Nullable
    PendingTable owner;

    @Nullable
    PendingRequest earlier;

    @Nullable
    PendingRequest later;

    PendingRequest(int slot) {
        this.slot = slot;
    }

    /** Identifies this use of the entry within its connection, among all uses. */
    public long ticket() {
        return ticket;
    }

    /** The table, hence the connection, that this belongs to. */
    public @Nullable PendingTable owner() {
        return owner;
    }

    /** When the owner answers by itself, in nanoseconds of {@link System#nanoTime}. */
    public long deadline() {
        return deadline;
    }

    /** The key in {@link DuplicateCache}; 0 when it is not there. */
    public long duplicateKey() {
        return duplicateKey;
    }

    public int hopByHop() {
        return Header.hopByHop(skeleton, 0);
    }

    public int endToEnd() {
        return Header.endToEnd(skeleton, 0);
    }

    /** The header, Session-Id and Proxy-Info as one message; only the first {@link #skeletonLength} octets count. */
    public byte[] skeleton() {
        return skeleton;
    }

    public int skeletonLength() {
        return length;
    }

    /** A copy of just those octets. */
    public byte[] skeletonCopy() {
        return Arrays.copyOf(skeleton, length);
    }

    /** Octets of the whole request. */
    public int octets() {
        return octets;
    }

    /** Whether the answer is to carry overload reports (RFC 7683). */
    public boolean asksForReports() {
        return asksForReports;
    }

    /** Its priority (RFC 7944). */
    public int priority() {
        return priority;
    }

    /**
     * Notes how it is treated.
     *
     * @param withPriority its priority (RFC 7944)
     * @param withReports whether the answer is to carry overload reports (RFC 7683)
     */
    public void treat(int withPriority, boolean withReports) {
        priority = withPriority;
        asksForReports = withReports;
    }

    /** Keeps what an error answer to {@code request} needs. */
    public void keep(Message request, long deadlineNanos, long duplicateKey) {
        this.deadline = deadlineNanos;
        this.duplicateKey = duplicateKey;
        octets = request.length();
        length = 0;
        append(request.buffer(), request.offset(), Header.LENGTH);
        int count = request.avpCount();
        for (int i = 0; i < count; i++) {
            long key = request.keyAt(i);
            if (key == Base.SESSION_ID.key() || key == Base.PROXY_INFO.key()) {
                appendAvp(request.avpAt(i));
            }
        }
        skeleton[1] = (byte) (length >> (2 * BITS_OF_BYTE));
        skeleton[2] = (byte) (length >> BITS_OF_BYTE);
        skeleton[3] = (byte) length;
    }

    /** Lets a retransmission share the answer. */
    public void follow(Follower follower) {
        if (followers == null) {
            followers = new ArrayList<>(1);
        }
        followers.add(follower);
    }

    /** Those that share the answer. */
    public List<Follower> followers() {
        return followers == null ? List.of() : followers;
    }

    void forget() {
        followers = null;
        duplicateKey = 0;
        length = 0;
        if (skeleton.length > MOST_KEPT) {
            skeleton = new byte[USUAL_LENGTH];
        }
    }

    private void appendAvp(Avp avp) {
        append(avp.buffer(), avp.offset(), avp.length());
        int padded = (length + PADDING) & ~PADDING;
        ensure(padded);
        while (length < padded) {
            skeleton[length++] = 0;
        }
    }

    private void append(byte[] source, int offset, int count) {
        ensure(length + count);
        System.arraycopy(source, offset, skeleton, length, count);
        length += count;
    }

    private void ensure(int needed) {
        if (needed > skeleton.length) {
            skeleton = Arrays.copyOf(skeleton, Math.max(needed, 2 * skeleton.length));
        }
    }
}
