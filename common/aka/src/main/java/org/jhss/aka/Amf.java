// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.aka;

import java.util.HexFormat;
import java.util.Optional;

/**
 * Authentication Management Field (TS 33.102 6.3.2, annex F and annex H): 16 bits, the first of which is the separation bit that
 * tells EPS vectors from all others.
 *
 * @param value 0 to 0xFFFF
 */
public record Amf(int value) {

    /** Length in octets. */
    public static final int LENGTH = 2;

    /** AMF* of a resynchronisation: all zero (TS 33.102 6.3.3). */
    public static final Amf RESYNCHRONISATION = new Amf(0);

    private static final int MAX = 0xFFFF;
    private static final int SEPARATION_BIT = 0x8000;

    /**
     * @throws IllegalArgumentException when {@code value} has more than 16 bits
     */
    public Amf {
        if (value < 0 || value > MAX) {
            throw new IllegalArgumentException("an AMF has 16 bits");
        }
    }

    /** The AMF that four hexadecimal digits spell, or empty when {@code hex} is something else. */
    public static Optional<Amf> parse(String hex) {
        if (hex.length() != 2 * LENGTH) {
            return Optional.empty();
        }
        for (int i = 0; i < hex.length(); i++) {
            if (!HexFormat.isHexDigit(hex.charAt(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(new Amf(HexFormat.fromHexDigits(hex)));
    }

    /** The AMF in two octets of {@code source} from {@code offset} on. */
    public static Amf decode(byte[] source, int offset) {
        return new Amf((source[offset] & 0xFF) << 8 | (source[offset + 1] & 0xFF));
    }

    /** Whether the separation bit is set, so that the vector serves EPS only. */
    public boolean isForEps() {
        return (value & SEPARATION_BIT) != 0;
    }

    /** This AMF with the separation bit set, as an E-UTRAN vector must have it (TS 33.401 6.1.2). */
    public Amf forEps() {
        return isForEps() ? this : new Amf(value | SEPARATION_BIT);
    }

    /** This AMF with the separation bit clear, as vectors for UTRAN, GERAN and IMS have it (TS 33.102 annex H). */
    public Amf forUmts() {
        return isForEps() ? new Amf(value & ~SEPARATION_BIT) : this;
    }

    /** Four hexadecimal digits. */
    @Override
    public String toString() {
        return HexFormat.of().toHexDigits((short) value);
    }
}
