// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.aka;

/** K of a test USIM (TS 34.108 8.1.2) and the length of RES. For conformance testing only: it protects nothing. */
public final class XorKey implements AkaKey {

    private static final int MIN_RES = 4;
    private static final int MAX_RES = 16;

    final long high;
    final long low;
    private final int resLength;

    /**
     * @param k 16 octets
     * @param resLength octets of RES, 4 to 16
     * @throws IllegalArgumentException when a length is wrong
     */
    public XorKey(byte[] k, int resLength) {
        Octets.requireLength("K", k, K128_LENGTH);
        if (resLength < MIN_RES || resLength > MAX_RES) {
            throw new IllegalArgumentException("RES of the test algorithm has 4 to 16 octets");
        }
        this.high = Octets.longAt(k, 0);
        this.low = Octets.longAt(k, Long.BYTES);
        this.resLength = resLength;
    }

    /** A key with RES of 16 octets, the length that TS 34.108 8.1.2.1 suggests. */
    public static XorKey of(byte[] k) {
        return new XorKey(k, MAX_RES);
    }

    @Override
    public int resLength() {
        return resLength;
    }

    @Override
    public int macLength() {
        return Xor.MAC_LENGTH;
    }

    @Override
    public int ckLength() {
        return Xor.BLOCK;
    }

    @Override
    public int ikLength() {
        return Xor.BLOCK;
    }

    @Override
    public String toString() {
        return "XorKey[secret]";
    }
}
