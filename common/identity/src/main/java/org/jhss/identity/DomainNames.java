// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.identity;

/** What host names, realms and APNs share: label syntax and comparison without regard to ASCII case (RFC 4343). */
final class DomainNames {

    private static final int MAX_LABEL = 63;

    private DomainNames() {}

    /**
     * Whether {@code text} is one or more labels of 1 to 63 letters, digits, hyphens or underscores, parted by single dots. The
     * underscore and the single label are no strict FQDN, yet deployed nodes use both.
     */
    static boolean isName(String text, int maxLength) {
        int length = text.length();
        if (length == 0 || length > maxLength) {
            return false;
        }
        int label = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c == '.') {
                if (label == 0) {
                    return false;
                }
                label = 0;
            } else if (!isLabelCharacter(c) || ++label > MAX_LABEL) {
                return false;
            }
        }
        return label > 0;
    }

    /** A hash that is equal for names differing only in ASCII case. */
    static int hash(String text) {
        int hash = 0;
        for (int i = 0; i < text.length(); i++) {
            hash = 31 * hash + lower(text.charAt(i));
        }
        return hash;
    }

    /** {@code text} with ASCII capitals lowered; the same instance when there are none. */
    static String lower(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (lower(text.charAt(i)) != text.charAt(i)) {
                var characters = text.toCharArray();
                for (int j = i; j < characters.length; j++) {
                    characters[j] = lower(characters[j]);
                }
                return new String(characters);
            }
        }
        return text;
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }

    private static boolean isLabelCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }
}
