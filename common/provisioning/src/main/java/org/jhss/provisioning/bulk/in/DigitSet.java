// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.in;

import java.util.HashMap;
import java.util.Map;

/** A set of numbers of up to 36 digits, small for numbers that follow one another, as those of a batch of SIMs do. */
final class DigitSet {

    private static final int LOW_DIGITS = 18;
    private static final int PAGE_BITS = 6;
    private static final long IN_PAGE = (1L << PAGE_BITS) - 1;

    /** By length and leading digits, so that the rest fits a long. */
    private final Map<String, Pages> byPrefix = new HashMap<>();

    private final Pages[] byLength = new Pages[LOW_DIGITS + 1];

    /** Adds {@code digits}; false when they were there. What is no number counts as new. */
    boolean add(String digits) {
        long value = value(digits);
        return value < 0 || pages(digits).add(value);
    }

    /** Whether {@code digits} were added. */
    boolean has(String digits) {
        long value = value(digits);
        return value >= 0 && pages(digits).has(value);
    }

    private static long value(String digits) {
        long value = digits.isEmpty() ? -1 : 0;
        for (int i = Math.max(0, digits.length() - LOW_DIGITS); i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private Pages pages(String digits) {
        int low = digits.length() - LOW_DIGITS;
        if (low > 0) {
            return byPrefix.computeIfAbsent(digits.substring(0, low), prefix -> new Pages());
        }
        var pages = byLength[digits.length()];
        if (pages == null) {
            pages = new Pages();
            byLength[digits.length()] = pages;
        }
        return pages;
    }

    /** Open addressing from the upper bits of a number to a mask of 64 numbers. */
    private static final class Pages {

        private static final int INITIAL = 1 << 10;
        private static final long MIX = 0x9E3779B97F4A7C15L;

        private long[] keys = new long[INITIAL];
        private long[] masks = new long[INITIAL];
        private int used;

        boolean has(long value) {
            return (masks[slot(keys, masks, value >>> PAGE_BITS)] & 1L << (value & IN_PAGE)) != 0;
        }

        boolean add(long value) {
            int slot = slot(keys, masks, value >>> PAGE_BITS);
            long bit = 1L << (value & IN_PAGE);
            if ((masks[slot] & bit) != 0) {
                return false;
            }
            if (masks[slot] == 0) {
                keys[slot] = value >>> PAGE_BITS;
                used++;
            }
            masks[slot] |= bit;
            if (2 * used > keys.length) {
                grow();
            }
            return true;
        }

        /** An empty mask marks a free slot. */
        private static int slot(long[] keys, long[] masks, long key) {
            int slot = (int) ((key * MIX) >>> (Integer.numberOfLeadingZeros(keys.length - 1) + Integer.SIZE));
            while (masks[slot] != 0 && keys[slot] != key) {
                slot = (slot + 1) & (keys.length - 1);
            }
            return slot;
        }

        private void grow() {
            var newKeys = new long[2 * keys.length];
            var newMasks = new long[2 * keys.length];
            for (int i = 0; i < keys.length; i++) {
                if (masks[i] != 0) {
                    int slot = slot(newKeys, newMasks, keys[i]);
                    newKeys[slot] = keys[i];
                    newMasks[slot] = masks[i];
                }
            }
            keys = newKeys;
            masks = newMasks;
        }
    }
}
