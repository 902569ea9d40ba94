// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.identity;

import java.util.Optional;

/**
 * International Mobile Equipment Identity (TS 23.003 6.2): type allocation code and serial number, 14 digits, with the
 * software version of an IMEISV where it is known. The check digit is not part of the identity and is never kept: it is not
 * transmitted by the terminal (TS 23.003 6.2.1) and networks send 0 or the right digit in its place.
 *
 * @param tacAndSerial 14 decimal digits: TAC (8) and SNR (6)
 * @param softwareVersion two decimal digits, or the empty string when unknown
 */
public record Imei(String tacAndSerial, String softwareVersion) implements Comparable<Imei> {

    private static final int TAC_LENGTH = 8;
    private static final int BODY_LENGTH = 14;
    private static final int WITH_CHECK_DIGIT = 15;
    private static final int SV_LENGTH = 2;
    private static final int IMEISV_LENGTH = BODY_LENGTH + SV_LENGTH;

    /**
     * @throws IllegalArgumentException when the lengths or digits are wrong
     */
    public Imei {
        if (!Digits.areDigits(tacAndSerial, BODY_LENGTH, BODY_LENGTH)) {
            throw new IllegalArgumentException("an IMEI has 14 decimal digits before its check digit");
        }
        if (!softwareVersion.isEmpty() && !Digits.areDigits(softwareVersion, SV_LENGTH, SV_LENGTH)) {
            throw new IllegalArgumentException("an IMEI software version has 2 decimal digits");
        }
    }

    /**
     * The equipment that {@code text} names: 14 digits, 15 (the last, check or spare digit, is dropped unverified) or 16 (the
     * last two are the software version). Empty when it is none of these.
     */
    public static Optional<Imei> parse(String text) {
        if (!Digits.areDigits(text, BODY_LENGTH, IMEISV_LENGTH)) {
            return Optional.empty();
        }
        var version = text.length() == IMEISV_LENGTH ? text.substring(BODY_LENGTH) : "";
        return Optional.of(new Imei(text.substring(0, BODY_LENGTH), version));
    }

    /**
     * The equipment of a Terminal-Information AVP (TS 29.272 7.3.3): IMEI (7.3.4: 14 or 15 digits; 16 are read as an IMEISV) and
     * Software-Version (7.3.5: 2 digits), "" when that AVP is absent.
     *
     * @return empty when either is malformed
     */
    public static Optional<Imei> parse(String imei, String softwareVersion) {
        if (softwareVersion.isEmpty()) {
            return parse(imei);
        }
        if (!Digits.areDigits(softwareVersion, SV_LENGTH, SV_LENGTH)) {
            return Optional.empty();
        }
        return parse(imei).map(equipment -> new Imei(equipment.tacAndSerial, softwareVersion));
    }

    /** Whether {@code text} is 15 digits of which the last is the right check digit. */
    public static boolean hasValidCheckDigit(String text) {
        return Digits.areDigits(text, WITH_CHECK_DIGIT, WITH_CHECK_DIGIT)
                && text.charAt(BODY_LENGTH) == luhnDigit(text.substring(0, BODY_LENGTH));
    }

    /** The type allocation code, 8 digits. */
    public String tac() {
        return tacAndSerial.substring(0, TAC_LENGTH);
    }

    /** The serial number, 6 digits. */
    public String serialNumber() {
        return tacAndSerial.substring(TAC_LENGTH);
    }

    /** The 15 digits with the check digit of TS 23.003 annex B. */
    public String withCheckDigit() {
        return tacAndSerial + luhnDigit(tacAndSerial);
    }

    /** Orders by TAC, serial number and software version. */
    @Override
    public int compareTo(Imei other) {
        int body = tacAndSerial.compareTo(other.tacAndSerial);
        return body != 0 ? body : softwareVersion.compareTo(other.softwareVersion);
    }

    /** The 14 digits, followed by the software version's two when it is known. */
    @Override
    public String toString() {
        return tacAndSerial + softwareVersion;
    }

    private static char luhnDigit(String body) {
        int sum = 0;
        for (int i = 0; i < BODY_LENGTH; i++) {
            int digit = body.charAt(i) - '0';
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }
}
