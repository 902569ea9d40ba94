// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.subscription;

import java.util.Optional;
import org.jhss.diameter.dictionary.Gi;
import org.jhss.diameter.message.MessageWriter;

/** 3GPP-Charging-Characteristics (TS 29.061 16.4.7): four hexadecimal digits. */
final class ChargingCharacteristics {

    private static final int DIGITS = 4;
    private static final int HEXADECIMAL = 16;

    private ChargingCharacteristics() {}

    /** Adds the AVP when {@code stored} is what it must be; PyHSS lets anything in. */
    static void write(MessageWriter writer, Optional<String> stored) {
        if (stored.isPresent() && isValid(stored.get())) {
            writer.add(Gi.TGPP_CHARGING_CHARACTERISTICS, stored.get());
        }
    }

    private static boolean isValid(String text) {
        if (text.length() != DIGITS) {
            return false;
        }
        for (int i = 0; i < DIGITS; i++) {
            if (Character.digit(text.charAt(i), HEXADECIMAL) < 0) {
                return false;
            }
        }
        return true;
    }
}
