// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.aka.comp128;

/** The versions of COMP128. Thread-safe. */
public enum Comp128 {
    /** COMP128-1: Kc has 54 bits, its last ten are zero. */
    V1 {
        @Override
        byte[] run(byte[] ki, byte[] rand) {
            return Comp128V1.run(ki, rand);
        }
    },
    /** COMP128-2: COMP128-3 with the last ten bits of Kc set to zero. */
    V2 {
        @Override
        byte[] run(byte[] ki, byte[] rand) {
            var output = Comp128V3.run(ki, rand);
            Comp128V1.weaken(output);
            return output;
        }
    },
    /** COMP128-3: Kc has 64 bits. */
    V3 {
        @Override
        byte[] run(byte[] ki, byte[] rand) {
            return Comp128V3.run(ki, rand);
        }
    };

    /** Length of Ki in octets. */
    public static final int KI_LENGTH = 16;

    /** Length of RAND in octets. */
    public static final int RAND_LENGTH = 16;

    /** Length of SRES in octets. */
    public static final int SRES_LENGTH = 4;

    /** Length of Kc in octets. */
    public static final int KC_LENGTH = 8;

    /**
     * SRES followed by Kc, 12 octets.
     *
     * @param ki 16 octets
     * @param rand 16 octets
     * @throws IllegalArgumentException when a length differs
     */
    public byte[] compute(byte[] ki, byte[] rand) {
        if (ki.length != KI_LENGTH || rand.length != RAND_LENGTH) {
            throw new IllegalArgumentException("Ki and RAND of COMP128 have 16 octets");
        }
        return run(ki, rand);
    }

    abstract byte[] run(byte[] ki, byte[] rand);
}
