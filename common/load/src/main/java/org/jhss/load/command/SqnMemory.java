// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.command;

import java.util.Arrays;

/**
 * The pairs of subscriber and SQN seen so far, as 64-bit hashes. Two different pairs have the same hash by chance once in some
 * millions of runs of the default size. When it is full, pairs are compared and no longer added. Thread-safe.
 */
public final class SqnMemory {

    /** What is known of a pair. */
    public enum Answer {
        /** New, and now remembered. */
        NEW,
        /** New as far as is remembered; there is no room to remember it. */
        NOT_REMEMBERED,
        /** Seen before. */
        REPEATED
    }

    private static final int STRIPES = 16;
    private static final int STRIPE_SHIFT = 60;
    private static final int INITIAL = 1024;
    private static final long EMPTY = 0;

    private final Stripe[] stripes = new Stripe[STRIPES];

    /**
     * @param bound how many pairs to remember, at least 0
     */
    public SqnMemory(int bound) {
        Arrays.setAll(stripes, i -> new Stripe((bound + STRIPES - 1 - i) / STRIPES));
    }

    /** Adds a pair. */
    public Answer add(int subscriber, long sqn) {
        long hash = mix(mix(subscriber + 1L) ^ sqn);
        return stripes[(int) (hash >>> STRIPE_SHIFT)].add(hash == EMPTY ? 1 : hash);
    }

    /** How many pairs are remembered. */
    public long size() {
        long size = 0;
        for (var stripe : stripes) {
            size += stripe.size();
        }
        return size;
    }

    /** The finaliser of SplitMix64, a bijection. */
    private static long mix(long value) {
        long z = value * 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    private static final class Stripe {

        private final int bound;
        private long[] table = new long[INITIAL];
        private int size;

        Stripe(int bound) {
            this.bound = bound;
        }

        synchronized Answer add(long hash) {
            int at = place(table, hash);
            if (table[at] == hash) {
                return Answer.REPEATED;
            }
            if (size >= bound) {
                return Answer.NOT_REMEMBERED;
            }
            table[at] = hash;
            if (++size > table.length / 2) {
                grow();
            }
            return Answer.NEW;
        }

        synchronized int size() {
            return size;
        }

        private void grow() {
            var larger = new long[table.length * 2];
            for (long hash : table) {
                if (hash != EMPTY) {
                    larger[place(larger, hash)] = hash;
                }
            }
            table = larger;
        }

        /** Where {@code hash} is or belongs; the table is never full. */
        private static int place(long[] table, long hash) {
            int mask = table.length - 1;
            int at = (int) hash & mask;
            while (table[at] != EMPTY && table[at] != hash) {
                at = (at + 1) & mask;
            }
            return at;
        }
    }
}
