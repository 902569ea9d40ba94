// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.aka;

/**
 * How sequence numbers are made: SQN = SEQ ‖ IND (TS 33.102 C.1.1.1), not time-based. SEQ grows with each vector, whatever its IND;
 * IND tells the USIM which entry of its array to compare with (C.1.1.2), so that vectors used out of order by different serving
 * nodes do not fail. Which IND a serving node gets is the home's choice (C.3.4).
 *
 * <p>The stored value S of a subscriber is the next value not yet issued, as PyHSS means it: PyHSS hands out S itself. After an
 * allocation S is the smallest value of the next SEQ, above everything issued.
 *
 * <p>Each site issues only numbers with an IND of its own slice. Sites that replicate S with delay, or not at all, therefore never
 * issue the same number.
 *
 * @param indBits bits of IND, 0 to 16; 5 in the profiles of TS 33.102 C.3
 * @param indFirst the first IND of this site's slice
 * @param indCount how many IND the slice has, at least 1
 */
public record SqnPolicy(int indBits, int indFirst, int indCount) {

    /** IND of 5 bits, all of them for this site. */
    public static final SqnPolicy DEFAULT = new SqnPolicy(5, 0, 32);

    /** The value stored after the very last number; it is no sequence number itself. */
    public static final long END = Sqn.MAX + 1;

    /**
     * The limit Δ on a jump of SEQ that the profiles of TS 33.102 C.3 give USIMs: 2^28. A number further ahead is refused (C.2.1).
     */
    public static final long DELTA = 1L << 28;

    static final int MAX_IND_BITS = 16;

    /** 2^32 over the golden ratio: multiplying by it moves every bit of a selector into the high ones (Fibonacci hashing). */
    private static final long GOLDEN_RATIO = 0x9E3779B9L;

    private static final SqnAllocation EXHAUSTED = new SqnAllocation.Exhausted();

    /**
     * @throws IllegalArgumentException when the slice does not lie within 0 to 2^indBits - 1, or is empty
     */
    public SqnPolicy {
        if (indBits < 0 || indBits > MAX_IND_BITS) {
            throw new IllegalArgumentException("IND has 0 to 16 bits");
        }
        if (indFirst < 0 || indCount < 1 || (long) indFirst + indCount > 1L << indBits) {
            throw new IllegalArgumentException("the slice of IND must lie within 0 to " + ((1 << indBits) - 1));
        }
    }

    /**
     * The IND of this site's slice for a serving node, always the same for the same selector.
     *
     * @param selector any number that tells serving nodes apart, such as the hash of a name; it is spread here
     */
    public int indFor(int selector) {
        long spread = (selector * GOLDEN_RATIO) & 0xFFFF_FFFFL;
        return indFirst + (int) ((spread * indCount) >>> Integer.SIZE);
    }

    /** The SEQ part of {@code sqn}. */
    public long seq(long sqn) {
        return sqn >>> indBits;
    }

    /** The IND part of {@code sqn}. */
    public int ind(long sqn) {
        return (int) (sqn & ((1L << indBits) - 1));
    }

    /**
     * Issues {@code count} numbers, each at or above {@code stored}.
     *
     * @param stored the subscriber's stored value; a negative one counts as 0
     * @param ind from {@link #indFor}
     * @param count at least 1
     * @return the numbers and the value to store, or {@link SqnAllocation.Exhausted} when fewer are left, also for a stored value that
     *     is beyond 48 bits
     * @throws IllegalArgumentException when {@code ind} is not in the slice or {@code count} is below 1
     */
    public SqnAllocation allocate(long stored, int ind, int count) {
        if (ind < indFirst || ind >= indFirst + indCount) {
            throw new IllegalArgumentException("IND " + ind + " is not in this site's slice");
        }
        if (count < 1) {
            throw new IllegalArgumentException("at least one sequence number is allocated");
        }
        if (stored > Sqn.MAX) {
            return EXHAUSTED;
        }
        // A new USIM has SEQ_MS = 0 and takes only what is above it (TS 33.102 C.2.2), so SEQ 0 is never handed out.
        long from = Math.max(stored, 1L << indBits);
        long firstSeq = ind(from) <= ind ? seq(from) : seq(from) + 1;
        long lastSeq = firstSeq + count - 1;
        if (lastSeq > seq(Sqn.MAX)) {
            return EXHAUSTED;
        }
        return new SqnAllocation.Issued(firstSeq << indBits | ind, count, 1L << indBits, (lastSeq + 1) << indBits);
    }

    /**
     * The value to store after a genuine AUTS, by the rule of TS 33.102 6.3.5: if the next number the home would generate is one the
     * USIM accepts, the home's value stays (the USIM met an old vector, and to go back would repeat numbers); else it is reset, to the
     * smallest value whose SEQ is above SEQ_MS. The USIM accepts SEQ_MS &lt; SEQ &le; SEQ_MS + Δ (C.2.1, C.2.2).
     *
     * @param stored the subscriber's stored value
     * @param sqnMs from {@link AutsCheck.Genuine}
     * @return the value to store, {@link #END} when {@code sqnMs} has the last SEQ
     */
    public long resynchronised(long stored, long sqnMs) {
        long ahead = seq(Math.max(stored, 0)) - seq(sqnMs);
        boolean acceptable = stored <= Sqn.MAX && ahead > 0 && ahead < DELTA; // what is issued may have the next SEQ
        return acceptable ? stored : (seq(sqnMs) + 1) << indBits;
    }
}
