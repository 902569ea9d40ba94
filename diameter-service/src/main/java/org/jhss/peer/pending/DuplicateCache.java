// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.pending;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Remembers recent requests by (Origin-Host, End-to-End-Id), so that one sent again with the T bit (RFC 6733 3, 5.5.4) is not worked on
 * twice: while the first waits, both get its answer; after it was answered, the answer is repeated as long as it is still kept.
 *
 * <p>Fixed in size whatever comes: sets of four entries in arrays, the oldest of a set giving way, and the octets of answers in a
 * ring. Split into stripes with a lock each, since a peer sends again by another connection, hence another thread. Recording a
 * request costs about 0.1 microseconds and no garbage.
 */
public final class DuplicateCache {

    private static final int STRIPES = 16;
    private static final int WAYS = 4;
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private final Stripe[] stripes = new Stripe[STRIPES];
    private final int stripeShift;

    /** What is known of an earlier request. */
    public sealed interface Earlier permits Unknown, Waiting, Answered {}

    /** Nothing. */
    public record Unknown() implements Earlier {
        static final Unknown INSTANCE = new Unknown();
    }

    /** It waits for its answer on that connection under that ticket. */
    public record Waiting(long connectionId, long ticket) implements Earlier {}

    /** It was answered. */
    public static final class Answered implements Earlier {

        private final byte[] answer;

        Answered(byte[] answer) {
            this.answer = answer;
        }

        /** The answer as it was sent then; a copy made for the caller, who may change it. */
        public byte[] answer() {
            return answer;
        }
    }

    /**
     * @param entries requests remembered, rounded up to a power of two of at least 64
     * @param answerBytes octets of answers kept
     * @param windowMillis how long a request is remembered at most
     */
    public DuplicateCache(int entries, int answerBytes, long windowMillis) {
        int sets = Integer.highestOneBit(Math.max(entries, STRIPES * WAYS) * 2 - 1) / (STRIPES * WAYS);
        this.stripeShift = Long.SIZE - Integer.numberOfTrailingZeros(STRIPES);
        Arrays.setAll(stripes, i -> new Stripe(sets, answerBytes / STRIPES, windowMillis));
    }

    /** The key of a request; never 0. */
    public static long key(byte[] buffer, int originHostAt, int originHostLength, int endToEnd) {
        int hash = 1;
        for (int i = originHostAt; i < originHostAt + originHostLength; i++) {
            // Names compare without regard to ASCII case; that digits and dots fold too does not matter to a hash.
            hash = 31 * hash + (buffer[i] | 0x20);
        }
        long key = (long) hash << Integer.SIZE | Integer.toUnsignedLong(endToEnd);
        return key == 0 ? 1 : key;
    }

    /** Remembers that the request of {@code key} waits. */
    public void waiting(long key, long connectionId, long ticket, long nowMillis) {
        stripe(key).waiting(key, connectionId, ticket, nowMillis);
    }

    /** Keeps the answer to the request of {@code key}. */
    public void answered(long key, byte[] buffer, int offset, int length) {
        stripe(key).answered(key, buffer, offset, length);
    }

    /** What is known of the request of {@code key}. */
    public Earlier find(long key, long nowMillis) {
        return stripe(key).find(key, nowMillis);
    }

    private Stripe stripe(long key) {
        return stripes[(int) ((key * SPREAD) >>> stripeShift)];
    }

    private static final class Stripe {

        private static final long NO_ANSWER = -1;

        private final int setMask;
        private final long windowMillis;
        private final long[] keys;
        private final long[] connections;
        private final long[] tickets;
        private final long[] since;
        private final long[] answerAt;
        private final int[] answerLength;
        private final byte[] ring;
        private long written;

        Stripe(int sets, int ringBytes, long windowMillis) {
            int count = sets * WAYS;
            this.setMask = sets - 1;
            this.windowMillis = windowMillis;
            keys = new long[count];
            connections = new long[count];
            tickets = new long[count];
            since = new long[count];
            answerAt = new long[count];
            answerLength = new int[count];
            ring = new byte[ringBytes];
        }

        synchronized void waiting(long key, long connectionId, long ticket, long nowMillis) {
            int at = place(key);
            keys[at] = key;
            connections[at] = connectionId;
            tickets[at] = ticket;
            since[at] = nowMillis;
            answerAt[at] = NO_ANSWER;
        }

        synchronized void answered(long key, byte[] buffer, int offset, int length) {
            int at = lookup(key);
            if (at < 0 || length > ring.length) {
                return;
            }
            int position = (int) (written % ring.length);
            if (position + length > ring.length) {
                // An answer lies in one piece: what is left of this round is skipped.
                written += ring.length - position;
                position = 0;
            }
            System.arraycopy(buffer, offset, ring, position, length);
            answerAt[at] = written;
            answerLength[at] = length;
            written += length;
        }

        synchronized Earlier find(long key, long nowMillis) {
            int at = lookup(key);
            if (at < 0 || nowMillis - since[at] > windowMillis) {
                return Unknown.INSTANCE;
            }
            if (answerAt[at] == NO_ANSWER) {
                return new Waiting(connections[at], tickets[at]);
            }
            var answer = kept(at);
            return answer == null ? Unknown.INSTANCE : new Answered(answer);
        }

        private byte @Nullable [] kept(int at) {
            if (written - answerAt[at] > ring.length) {
                return null;
            }
            int position = (int) (answerAt[at] % ring.length);
            return Arrays.copyOfRange(ring, position, position + answerLength[at]);
        }

        private int lookup(long key) {
            int set = set(key);
            for (int at = set; at < set + WAYS; at++) {
                if (keys[at] == key) {
                    return at;
                }
            }
            return -1;
        }

        /** The place of {@code key}, or of the oldest of its set. */
        private int place(long key) {
            int set = set(key);
            int oldest = set;
            for (int at = set; at < set + WAYS; at++) {
                if (keys[at] == key) {
                    return at;
                }
                if (since[at] < since[oldest]) {
                    oldest = at;
                }
            }
            return oldest;
        }

        private int set(long key) {
            return ((int) ((key * SPREAD) >>> Integer.SIZE) & setMask) * WAYS;
        }
    }
}
