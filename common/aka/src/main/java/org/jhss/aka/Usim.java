// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.aka;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The card's side of AKA with an array of sequence numbers (TS 33.102 6.3.3 and C.2): checks what the network sends and answers as a
 * USIM does. For simulated devices and tests. Not thread-safe.
 */
public final class Usim {

    private static final int AUTN_SQN_AMF = Sqn.LENGTH + Amf.LENGTH;

    private final AkaEngine engine;
    private final AkaKey key;
    private final int indBits;
    private final long[] acceptedSeq;
    private long sqnMs;

    /**
     * A card that has accepted nothing yet, with an engine of its own.
     *
     * @param indBits bits of IND, 0 to 16; the array has 2^indBits entries
     * @throws IllegalArgumentException when {@code indBits} is out of range
     */
    public Usim(AkaKey key, int indBits) {
        this(new AkaEngine(), key, indBits, 0);
    }

    /**
     * A card whose highest accepted sequence number is {@code sqnMs}, in each entry of its array.
     *
     * @param engine may be shared with other cards of the same thread, of which a load generator has many
     * @param indBits bits of IND, 0 to 16
     * @param sqnMs a sequence number
     * @throws IllegalArgumentException when an argument is out of range
     */
    public Usim(AkaEngine engine, AkaKey key, int indBits, long sqnMs) {
        if (indBits < 0 || indBits > SqnPolicy.MAX_IND_BITS) {
            throw new IllegalArgumentException("IND has 0 to 16 bits");
        }
        if (!Sqn.isValid(sqnMs)) {
            throw new IllegalArgumentException("a sequence number has 48 bits");
        }
        this.engine = engine;
        this.key = key;
        this.indBits = indBits;
        this.acceptedSeq = new long[1 << indBits];
        this.sqnMs = sqnMs;
        Arrays.fill(acceptedSeq, sqnMs >>> indBits);
    }

    /** The highest sequence number accepted, SQN_MS. */
    public long sqnMs() {
        return sqnMs;
    }

    /**
     * Answers a challenge (TS 33.102 6.3.3): checks the MAC first, then whether the sequence number is fresh.
     *
     * @param rand 16 octets
     * @param autn 6 octets of SQN xor AK, 2 of AMF, then MAC-A; another length is a MAC failure
     * @throws IllegalArgumentException when {@code rand} has another length
     */
    public UsimAnswer authenticate(byte[] rand, byte[] autn) {
        var functions = engine.start(key, rand);
        if (autn.length != AUTN_SQN_AMF + key.macLength()) {
            return new UsimAnswer.MacFailure();
        }
        long concealed = Sqn.decode(autn, 0);
        long sqn = concealed ^ functions.f5();
        var amf = Amf.decode(autn, Sqn.LENGTH);
        var mac = Arrays.copyOfRange(autn, AUTN_SQN_AMF, autn.length);
        if (!MessageDigest.isEqual(functions.f1(sqn, amf), mac)) {
            return new UsimAnswer.MacFailure();
        }
        if (!isFresh(sqn)) {
            return new UsimAnswer.SynchronisationFailure(Auts.create(functions, sqnMs));
        }
        acceptedSeq[ind(sqn)] = sqn >>> indBits;
        sqnMs = Math.max(sqnMs, sqn);
        return new UsimAnswer.Authenticated(functions.f2(), functions.f3(), functions.f4(), amf, sqn, concealed);
    }

    /** TS 33.102 C.2.1 (a jump of at most delta) and C.2.2 (above what the entry of the same IND has accepted). */
    private boolean isFresh(long sqn) {
        long seq = sqn >>> indBits;
        return seq > acceptedSeq[ind(sqn)] && seq - (sqnMs >>> indBits) <= SqnPolicy.DELTA;
    }

    private int ind(long sqn) {
        return (int) (sqn & (acceptedSeq.length - 1));
    }
}
