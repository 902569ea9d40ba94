// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.message;

import java.util.Arrays;
import java.util.Objects;

/** A growing array of octets that is filled at its end and emptied for reuse. Not thread-safe. */
public final class DiameterBuffer {

    private static final int USUAL_SIZE = 4096;

    private byte[] octets;
    private int length;

    public DiameterBuffer() {
        this(USUAL_SIZE);
    }

    /**
     * @param capacity octets that fit without growing
     */
    public DiameterBuffer(int capacity) {
        octets = new byte[Math.max(capacity, Header.LENGTH)];
    }

    /** The array itself, whose first {@link #length()} octets count; another one after growing. */
    public byte[] array() {
        return octets;
    }

    /** Octets written so far. */
    public int length() {
        return length;
    }

    /** Forgets everything written; the array stays. */
    public void clear() {
        length = 0;
    }

    /** Forgets what was written from {@code newLength} on. */
    public void truncate(int newLength) {
        length = Objects.checkIndex(newLength, length + 1);
    }

    /** Appends octets. */
    public void append(byte[] source, int offset, int count) {
        int at = reserve(count);
        System.arraycopy(source, offset, octets, at, count);
    }

    /** A copy of the octets from {@code offset} on. */
    public byte[] copy(int offset, int count) {
        Objects.checkFromIndexSize(offset, count, length);
        return Arrays.copyOfRange(octets, offset, offset + count);
    }

    /** Makes room for {@code count} octets of undefined content and counts them as written; returns where they start. */
    int reserve(int count) {
        int at = length;
        int needed = Math.addExact(at, count);
        if (needed > octets.length) {
            octets = Arrays.copyOf(octets, Math.max(needed, octets.length * 2));
        }
        length = needed;
        return at;
    }
}
