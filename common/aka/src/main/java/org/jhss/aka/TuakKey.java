// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.aka;

/** K and TOPc of a TUAK subscriber (TS 35.231), the lengths of the outputs and the number of Keccak iterations. */
public final class TuakKey implements AkaKey {

    /** Length in octets of TOP and TOPc. */
    public static final int TOPC_LENGTH = 32;

    /** Length of K in octets when it has 256 bits. */
    public static final int K256_LENGTH = 32;

    /** A bound of ours on the iterations, which TS 35.231 leaves open; real cards use one or two. */
    public static final int MAX_ITERATIONS = 255;

    /** K and TOPc as Keccak lanes: the last eight octets come first. */
    final long[] k;

    final long[] topc;
    final boolean longKey;
    final int iterations;
    final TuakLengths lengths;

    /**
     * @param k 16 or 32 octets
     * @param topc 32 octets
     * @param iterations of the Keccak permutation, 1 to {@value #MAX_ITERATIONS}; the same number made TOPc from TOP
     * @throws IllegalArgumentException when a length or number is out of range
     */
    public TuakKey(byte[] k, byte[] topc, TuakLengths lengths, int iterations) {
        requireKeyLength(k);
        Octets.requireLength("TOPc", topc, TOPC_LENGTH);
        requireIterations(iterations);
        this.k = Tuak.lanes(k);
        this.topc = Tuak.lanes(topc);
        this.longKey = k.length == K256_LENGTH;
        this.iterations = iterations;
        this.lengths = lengths;
    }

    /** A key with the standard lengths and one iteration. */
    public static TuakKey ofTopc(byte[] k, byte[] topc) {
        return new TuakKey(k, topc, TuakLengths.STANDARD, 1);
    }

    /**
     * TOPc from the operator's TOP (TS 35.231 6.1).
     *
     * @param k 16 or 32 octets
     * @param top 32 octets
     * @param iterations 1 to {@value #MAX_ITERATIONS}
     * @throws IllegalArgumentException when a length or number is out of range
     */
    public static byte[] deriveTopc(byte[] k, byte[] top, int iterations) {
        requireKeyLength(k);
        Octets.requireLength("TOP", top, TOPC_LENGTH);
        requireIterations(iterations);
        return Tuak.deriveTopc(Tuak.lanes(k), k.length == K256_LENGTH, Tuak.lanes(top), iterations);
    }

    @Override
    public int resLength() {
        return lengths.res();
    }

    @Override
    public int macLength() {
        return lengths.mac();
    }

    @Override
    public int ckLength() {
        return lengths.ck();
    }

    @Override
    public int ikLength() {
        return lengths.ik();
    }

    @Override
    public String toString() {
        return "TuakKey[secret]";
    }

    private static void requireKeyLength(byte[] k) {
        if (k.length != K128_LENGTH && k.length != K256_LENGTH) {
            throw new IllegalArgumentException("K of TUAK has 16 or 32 octets");
        }
    }

    private static void requireIterations(int iterations) {
        if (iterations < 1 || iterations > MAX_ITERATIONS) {
            throw new IllegalArgumentException("TUAK has 1 to " + MAX_ITERATIONS + " Keccak iterations");
        }
    }
}
