// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.rule;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules on digits, hexadecimal digits and words. */
public final class Texts {

    private static final int K128_DIGITS = 32;
    private static final int K256_DIGITS = 64;
    private static final int SHORTEST_ICCID = 18;
    private static final int LONGEST_ICCID = 20;
    private static final int LONGEST_MSISDN = 15;

    /** TS 23.003 2.2. */
    public static final Rule IMSI = digits("imsi", 5, 15);

    /** ITU-T E.164; the plus sign has been taken off before. */
    public static final Rule MSISDN = digits("msisdn", 1, LONGEST_MSISDN);

    /** ITU-T E.118: 18 to 20 digits, of which some systems leave the last, the check digit, away. */
    public static final Rule ICCID = digits("iccid", SHORTEST_ICCID, LONGEST_ICCID);

    /** ITU-T E.118 4.1.3: the last digit makes Luhn's sum a multiple of ten. */
    public static final Rule ICCID_CHECK_DIGIT = Rule.text(
                    "luhn", "an ICCID whose check digit is right", Texts::hasRightCheckDigit)
            .advised();

    /** K of Milenage and of TUAK's two sizes (TS 35.206, TS 35.231). */
    public static final Rule KEY = Rule.text(
                    "key", "32 hexadecimal digits, or 64 for TUAK", text -> isKey(text) && isHex(text))
            .pattern("[0-9A-Fa-f]{32}([0-9A-Fa-f]{32})?");

    /** TS 33.102 6.3: 16 bits. */
    public static final Rule AMF = hex("amf", 4);

    /** TS 32.251 annex A: 16 bits. */
    public static final Rule CHARGING_CHARACTERISTICS = hex("charging_characteristics", 4);

    private Texts() {}

    /** {@code least} to {@code most} decimal digits. */
    public static Rule digits(String name, int least, int most) {
        var count = least == most ? Integer.toString(least) : least + " to " + most;
        return Rule.text(
                        name,
                        count + " decimal digits",
                        text -> text.length() >= least && text.length() <= most && isDigits(text))
                .pattern("[0-9]{" + (least == most ? "" + least : least + "," + most) + "}");
    }

    /** Exactly {@code count} hexadecimal digits. */
    public static Rule hex(String name, int count) {
        return Rule.text(name, count + " hexadecimal digits", text -> text.length() == count && isHex(text))
                .pattern("[0-9A-Fa-f]{" + count + "}");
    }

    /** One of some words with a meaning each; give them in an ordered map. */
    public static Rule oneOf(Map<String, String> values) {
        return new Rule(
                "enum",
                values.entrySet().stream()
                        .map(entry -> "\"" + entry.getKey() + "\" (" + entry.getValue() + ")")
                        .collect(Collectors.joining(", ")),
                Rule.Severity.ERROR,
                Hint.values(values),
                Set.of(),
                (value, others) -> values.containsKey(value));
    }

    static boolean isDigits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isHex(String text) {
        return text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'));
    }

    private static boolean isKey(String text) {
        return text.length() == K128_DIGITS || text.length() == K256_DIGITS;
    }

    /** Numbers of 18 digits come without a check digit. */
    private static boolean hasRightCheckDigit(String text) {
        if (text.length() == SHORTEST_ICCID) {
            return true;
        }
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(text.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
