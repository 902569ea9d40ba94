// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.bulk;

import java.util.HexFormat;
import org.jhss.aka.AkaKey;
import org.jhss.aka.MilenageKey;
import org.jhss.identity.Imsi;

/**
 * Subscribers with consecutive IMSIs and MSISDNs, the same keys and two APNs, as PyHSS's API would store them. One key for all makes
 * no difference to the database, which stores it for each.
 *
 * @param first the first IMSI
 * @param count how many, at least 1
 */
public record Population(Imsi first, long count) {

    /** K of TS 35.208 4.3.1. */
    public static final String K = "465b5ce8b199b49faa5f0a2ee238a6bc";

    /** OPc of TS 35.208 4.3.1. */
    public static final String OPC = "cd63cb71954a9f4e48a5994e37a02baf";

    /** AMF with the separation bit, as E-UTRAN needs (TS 33.401 6.1.1). */
    static final String AMF = "8000";

    /** SEQ 1, IND 0: the lowest that a new USIM takes (TS 33.102 C.2.2). */
    static final long FIRST_SQN = 1L << 5;

    static final String FIRST_MSISDN = "4990000000";

    private static final Imsi FIRST = new Imsi("001010000000001");

    /** That many, from IMSI 001010000000001. */
    public static Population of(long count) {
        return new Population(FIRST, count);
    }

    /** The key of all. */
    public AkaKey key() {
        return MilenageKey.ofOpc(HexFormat.of().parseHex(K), HexFormat.of().parseHex(OPC));
    }

    long firstImsi() {
        return Long.parseLong(first.value());
    }

    int imsiDigits() {
        return first.value().length();
    }
}
