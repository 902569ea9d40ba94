// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.identity;

/** Checks on strings of decimal digits, without regular expressions since they stand on the request path. */
final class Digits {

    private Digits() {}

    static boolean areDigits(String text, int minLength, int maxLength) {
        int length = text.length();
        if (length < minLength || length > maxLength) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }
}
