// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a;

import java.util.HexFormat;
import org.jhss.aka.RandomSource;

/** RAND of the recorded answers. */
final class FixedRandom implements RandomSource {

    private static final byte[] RAND = HexFormat.of().parseHex("00112233445566778899aabbccddeeff");

    @Override
    public void nextBytes(byte[] target) {
        System.arraycopy(RAND, 0, target, 0, target.length);
    }
}
