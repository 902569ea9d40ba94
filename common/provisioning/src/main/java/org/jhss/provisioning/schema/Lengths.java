// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.schema;

import java.util.LinkedHashMap;
import org.jhss.provisioning.rule.Numbers;
import org.jhss.provisioning.rule.Rule;

/** Lengths that TUAK allows (TS 35.231 5.1), in octets. */
final class Lengths {

    static final Rule MAC = of(8, 16, 32);
    static final Rule RES = of(4, 8, 16, 32);
    static final Rule KEY = of(16, 32);

    private Lengths() {}

    private static Rule of(int... octets) {
        var values = new LinkedHashMap<Integer, String>();
        for (int length : octets) {
            values.put(length, length * Byte.SIZE + " bits");
        }
        return Numbers.oneOf(values);
    }
}
