// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.auc;

import java.util.HexFormat;
import java.util.Optional;
import org.jhss.aka.MilenageConstants;
import org.jhss.store.secret.AlgorithmParameters;

/** An operator's own constants of Milenage, from the text they are stored as. */
final class MilenageParameters {

    private static final int FUNCTIONS = 5;
    private static final int CONSTANT_DIGITS = 32;
    private static final int ROTATION_DIGITS = 2;

    private MilenageParameters() {}

    /**
     * c1 to c5 and r1 to r5, those of TS 35.206 4.1 where nothing is stored.
     *
     * @throws IllegalArgumentException when a text has a wrong length or is not hexadecimal, or Milenage forbids the values
     */
    static MilenageConstants constants(AlgorithmParameters parameters) {
        var standard = MilenageConstants.STANDARD;
        var rotations = new int[FUNCTIONS];
        var constants = new byte[FUNCTIONS][];
        for (int i = 0; i < FUNCTIONS; i++) {
            var constant = part(parameters.milenageConstants(), i, CONSTANT_DIGITS);
            constants[i] = constant.map(HexFormat.of()::parseHex).orElse(standard.constant(i + 1));
            var rotation = part(parameters.milenageRotations(), i, ROTATION_DIGITS);
            rotations[i] = rotation.map(HexFormat::fromHexDigits).orElse(standard.rotation(i + 1));
        }
        return new MilenageConstants(rotations, constants);
    }

    private static Optional<String> part(Optional<String> stored, int index, int digits) {
        return stored.map(text -> {
            if (text.length() != FUNCTIONS * digits) {
                throw new IllegalArgumentException("Milenage has five rotations and five constants");
            }
            return text.substring(index * digits, (index + 1) * digits);
        });
    }
}
