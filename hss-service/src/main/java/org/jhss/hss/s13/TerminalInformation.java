// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s13;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.Message;
import org.jhss.identity.Imei;

/**
 * The device that a request asks about (TS 29.272 7.3.3).
 *
 * @param text the IMEI AVP as it came, "" when absent; rules by expression see this
 * @param imei the device, when {@code text} has the 14 or 15 digits of TS 29.272 7.3.4, or the 16 of an IMEISV
 */
record TerminalInformation(String text, Optional<Imei> imei) {

    /** The digit that a terminal sends in the check digit's place (TS 23.003 6.2.1). */
    private static final String SPARE_DIGIT = "0";

    static TerminalInformation of(Message request) {
        var information = request.find(S6a.TERMINAL_INFORMATION);
        var text = information.text(S6a.IMEI);
        var imei = Imei.parse(text, information.text(S6a.SOFTWARE_VERSION));
        // A Software-Version that is none takes nothing from the IMEI.
        return new TerminalInformation(text, imei.isPresent() ? imei : Imei.parse(text));
    }

    boolean isMissing() {
        return text.isEmpty();
    }

    /**
     * How an exact rule may write {@code imei}: 14 digits; 15 with the right check digit, with the spare digit, or with the digit
     * received; 16 when the software version is known.
     */
    Set<String> spellings(Imei device) {
        var spellings = new LinkedHashSet<String>();
        spellings.add(device.tacAndSerial());
        spellings.add(device.withCheckDigit());
        spellings.add(device.tacAndSerial() + SPARE_DIGIT);
        spellings.add(text);
        if (!device.softwareVersion().isEmpty()) {
            spellings.add(device.tacAndSerial() + device.softwareVersion());
        }
        return spellings;
    }
}
