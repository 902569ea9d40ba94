// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.aka;

import java.util.Arrays;
import org.jhss.aka.comp128.Comp128;

/**
 * Makes authentication vectors and checks AUTS. One per thread: it reuses cipher objects and its random source.
 *
 * <p>Keys must be such that {@link AkaKey#fitsVectors}; what the credentials' separation bit says does not matter, since it is set
 * or cleared by access (TS 33.102 annex H).
 */
public final class VectorGenerator {

    /** Length of AUTN in octets (TS 33.102 6.3.2). */
    public static final int AUTN_LENGTH = 16;

    private static final int MAC_AT = Sqn.LENGTH + Amf.LENGTH;

    private final AkaEngine engine = new AkaEngine();
    private final Kasme kasme = new Kasme();
    private final RandomSource random;

    /** A generator with RANDs from the platform's non-blocking source. */
    public VectorGenerator() {
        this(new BufferedRandom());
    }

    /** A generator with RANDs from {@code random}, which only this generator's thread uses. */
    public VectorGenerator(RandomSource random) {
        this.random = random;
    }

    /**
     * A vector for E-UTRAN, bound to the serving network (TS 33.401 6.1.2).
     *
     * @param sqn a sequence number given to no other vector
     * @param plmn holds the three octets of Visited-PLMN-Id from {@code plmnOffset} on
     * @throws IllegalArgumentException when {@code sqn} is none or the key does not fit
     */
    public EutranVector eutran(AkaCredentials credentials, long sqn, byte[] plmn, int plmnOffset) {
        var rand = newRand();
        var functions = start(credentials.key(), sqn, rand);
        long concealed = sqn ^ functions.f5();
        var autn = autn(functions, sqn, concealed, credentials.amf().forEps());
        return new EutranVector(
                rand, functions.f2(), autn, kasme.derive(functions.f3(), functions.f4(), plmn, plmnOffset, concealed));
    }

    /**
     * A quintet for UTRAN or IMS (TS 33.102 6.3.2).
     *
     * @param sqn a sequence number given to no other vector
     * @throws IllegalArgumentException when {@code sqn} is none or the key does not fit
     */
    public UtranVector utran(AkaCredentials credentials, long sqn) {
        var rand = newRand();
        var functions = start(credentials.key(), sqn, rand);
        var autn = autn(functions, sqn, sqn ^ functions.f5(), credentials.amf().forUmts());
        return new UtranVector(rand, functions.f2(), autn, functions.f3(), functions.f4());
    }

    /**
     * A triplet for GERAN converted from what the USIM computes (TS 33.102 6.8.1.2); it uses up no sequence number.
     *
     * @throws IllegalArgumentException when the key does not fit
     */
    public GeranVector geran(AkaKey key) {
        requireFit(key);
        var rand = newRand();
        var functions = engine.start(key, rand);
        return new GeranVector(
                rand, GsmConversion.c2(functions.f2()), GsmConversion.c3(functions.f3(), functions.f4()));
    }

    /** A triplet for GERAN by the SIM's own algorithm; it uses up no sequence number. */
    public GeranVector geran(GsmKey key) {
        var rand = newRand();
        var output = key.algorithm.compute(key.ki, rand);
        return new GeranVector(
                rand,
                Arrays.copyOf(output, Comp128.SRES_LENGTH),
                Arrays.copyOfRange(output, Comp128.SRES_LENGTH, output.length));
    }

    /** Checks {@code auts} against the {@code rand} it answers: {@link Auts#check} with this generator's engine. */
    public AutsCheck checkAuts(AkaKey key, byte[] rand, byte[] auts) {
        return Auts.check(engine, key, rand, auts);
    }

    /** Checks the AUTS of {@code info} against its RAND. */
    public AutsCheck checkAuts(AkaKey key, ResynchronisationInfo info) {
        return Auts.check(engine, key, info.rand, info.auts);
    }

    private AkaFunctions start(AkaKey key, long sqn, byte[] rand) {
        requireFit(key);
        if (!Sqn.isValid(sqn)) {
            throw new IllegalArgumentException("a sequence number has 48 bits");
        }
        return engine.start(key, rand);
    }

    private byte[] newRand() {
        var rand = new byte[AkaEngine.RAND_LENGTH];
        random.nextBytes(rand);
        return rand;
    }

    private static byte[] autn(AkaFunctions functions, long sqn, long concealed, Amf amf) {
        var autn = new byte[AUTN_LENGTH];
        Octets.putLong(autn, 0, concealed << 16 | amf.value());
        System.arraycopy(functions.f1(sqn, amf), 0, autn, MAC_AT, AUTN_LENGTH - MAC_AT);
        return autn;
    }

    private static void requireFit(AkaKey key) {
        if (!key.fitsVectors()) {
            throw new IllegalArgumentException("the key's lengths fit no authentication vector");
        }
    }
}
