// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.message;

/** Checks UTF-8 in place (RFC 3629 4): no overlong forms, no surrogates, nothing above U+10FFFF. */
final class Utf8 {

    private static final int SURROGATE_MIN = 0xD800;
    private static final int SURROGATE_MAX = 0xDFFF;
    private static final int THREE_OCTET_MIN = 0x800;
    private static final int FOUR_OCTET_MIN = 0x1_0000;

    private Utf8() {}

    static boolean isValid(byte[] buffer, int at, int length) {
        int end = at + length;
        int i = at;
        while (i < end) {
            int first = buffer[i];
            if (first >= 0) {
                i++;
                continue;
            }
            int more = continuations(first & 0xFF);
            if (more == 0 || end - i <= more || !isSequence(buffer, i, more)) {
                return false;
            }
            i += more + 1;
        }
        return true;
    }

    private static int continuations(int first) {
        if (first >= 0xC2 && first <= 0xDF) {
            return 1;
        }
        if (first >= 0xE0 && first <= 0xEF) {
            return 2;
        }
        return first >= 0xF0 && first <= 0xF4 ? 3 : 0;
    }

    private static boolean isSequence(byte[] buffer, int at, int more) {
        int codePoint = buffer[at] & (0x3F >> more);
        for (int i = at + 1; i <= at + more; i++) {
            if ((buffer[i] & 0xC0) != 0x80) {
                return false;
            }
            codePoint = codePoint << 6 | (buffer[i] & 0x3F);
        }
        return switch (more) {
            case 1 -> true;
            case 2 -> codePoint >= THREE_OCTET_MIN && (codePoint < SURROGATE_MIN || codePoint > SURROGATE_MAX);
            default -> codePoint >= FOUR_OCTET_MIN && codePoint <= Character.MAX_CODE_POINT;
        };
    }
}
