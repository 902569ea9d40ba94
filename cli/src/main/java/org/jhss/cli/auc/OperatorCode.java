// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.auc;

import org.jhss.aka.MilenageKey;
import org.jhss.aka.TuakKey;

/** From the operator's code to what a SIM holds of it. */
public final class OperatorCode {

    private OperatorCode() {}

    /**
     * OPc of Milenage (TS 35.206 4.1), in hexadecimal as both arguments are.
     *
     * @throws IllegalArgumentException when one has not 16 octets; its message holds no key
     */
    public static String opc(String ki, String op) {
        return Hex.format(MilenageKey.deriveOpc(Hex.parse("Ki", ki), Hex.parse("OP", op)));
    }

    /**
     * TOPc of TUAK (TS 35.231 6.1), likewise.
     *
     * @throws IllegalArgumentException when K has not 16 or 32 octets, TOP not 32 or the iterations are out of range
     */
    public static String topc(String ki, String top, int iterations) {
        return Hex.format(TuakKey.deriveTopc(Hex.parse("Ki", ki), Hex.parse("TOP", top), iterations));
    }
}
