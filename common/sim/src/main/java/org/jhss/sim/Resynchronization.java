// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.sim;

/** Content of Re-Synchronization-Info (TS 29.272 7.3.15): the refused RAND followed by AUTS. */
public final class Resynchronization {

    private final byte[] info;

    Resynchronization(byte[] rand, byte[] auts) {
        info = new byte[rand.length + auts.length];
        System.arraycopy(rand, 0, info, 0, rand.length);
        System.arraycopy(auts, 0, info, rand.length, auts.length);
    }

    /** A copy of the octets. */
    byte[] info() {
        return info.clone();
    }
}
