// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.aka;

import org.jhss.aka.comp128.Comp128;

/** Ki of a GSM SIM and its A3/A8 algorithm. Immutable; it compares by identity and prints no secret. */
public final class GsmKey {

    final Comp128 algorithm;
    final byte[] ki;

    /**
     * @param ki 16 octets, copied
     * @throws IllegalArgumentException when the length differs
     */
    public GsmKey(Comp128 algorithm, byte[] ki) {
        Octets.requireLength("Ki", ki, Comp128.KI_LENGTH);
        this.algorithm = algorithm;
        this.ki = ki.clone();
    }

    @Override
    public String toString() {
        return "GsmKey[secret]";
    }
}
