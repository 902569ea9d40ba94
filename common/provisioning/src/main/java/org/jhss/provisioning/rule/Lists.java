// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.rule;

/** Rules on comma lists. */
public final class Lists {

    private static final int LONGEST_MSISDN = 15;
    private static final int ZONE_CODE_DIGITS = 4;

    /** Row keys, as PyHSS keeps them: {@code 1,2,5}; blanks are let pass, as its clients send them. */
    public static final Rule IDS = Rule.text(
                    "id_list", "a comma list of ids, such as 1,2", text -> text.isBlank() || areIds(text))
            .pattern("\\s*([0-9]+\\s*(,\\s*[0-9]+\\s*)*)?");

    /** Numbers of a subscriber; some clients put brackets around them, which PyHSS keeps. */
    public static final Rule MSISDNS =
            Rule.text("msisdn_list", "a comma list of numbers of 1 to 15 digits", text -> areMsisdns(bare(text)));

    /** TS 23.003 4.4: zone codes of two octets. */
    public static final Rule ZONE_CODES =
            Rule.text("zone_codes", "a comma list of zone codes of 4 hexadecimal digits", Lists::areZoneCodes);

    private Lists() {}

    private static boolean areIds(String text) {
        for (var id : text.split(",", -1)) {
            var bare = id.strip();
            if (bare.isEmpty()
                    || bare.length() > 10
                    || !Texts.isDigits(bare)
                    || Long.parseLong(bare) > Integer.MAX_VALUE) {
                return false;
            }
        }
        return true;
    }

    private static String bare(String text) {
        return text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    }

    private static boolean areMsisdns(String text) {
        if (text.isBlank()) {
            return true;
        }
        for (var number : text.split(",", -1)) {
            var bare = number.strip();
            if (bare.isEmpty() || bare.length() > LONGEST_MSISDN || !Texts.isDigits(bare)) {
                return false;
            }
        }
        return true;
    }

    private static boolean areZoneCodes(String text) {
        if (text.isBlank()) {
            return true;
        }
        for (var code : text.split(",", -1)) {
            var bare = code.strip();
            if (bare.length() != ZONE_CODE_DIGITS || !bare.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
                return false;
            }
        }
        return true;
    }
}
