// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.bulk;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.jhss.store.database.Timestamps;
import org.jspecify.annotations.Nullable;

/** Rows in the text format of PostgreSQL's COPY: values between tabs, {@code \N} for NULL, special characters escaped. */
final class CopyText {

    private static final int INITIAL = 1 << 18;
    private static final byte[] HEX_DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int ASCII_LIMIT = 0x80;
    private static final int NIBBLE = 4;
    private static final int NIBBLE_MASK = 0xF;

    private byte[] octets = new byte[INITIAL];
    private int length;

    byte[] octets() {
        return octets;
    }

    int length() {
        return length;
    }

    void row(@Nullable Object[] values, int[] positions) {
        for (int i = 0; i < positions.length; i++) {
            if (i > 0) {
                put('\t');
            }
            value(values[positions[i]]);
        }
        put('\n');
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case null -> {
                put('\\');
                put('N');
            }
            case Boolean truth -> put(truth ? 't' : 'f');
            case Instant moment -> text(Timestamps.toText(moment));
            case byte[] binary -> hex(binary);
            default -> text(value.toString());
        }
    }

    private void hex(byte[] binary) {
        put('\\');
        put('\\');
        put('x');
        for (byte octet : binary) {
            put(HEX_DIGITS[octet >> NIBBLE & NIBBLE_MASK]);
            put(HEX_DIGITS[octet & NIBBLE_MASK]);
        }
    }

    private void text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ASCII_LIMIT) {
                encoded(text.substring(i));
                return;
            }
            escaped((byte) c);
        }
    }

    /** Octets of UTF-8 beyond ASCII are never special. */
    private void encoded(String rest) {
        for (byte octet : rest.getBytes(StandardCharsets.UTF_8)) {
            escaped(octet);
        }
    }

    private void escaped(byte octet) {
        switch (octet) {
            case '\\' -> escape('\\');
            case '\n' -> escape('n');
            case '\r' -> escape('r');
            case '\t' -> escape('t');
            default -> put(octet);
        }
    }

    private void escape(char letter) {
        put('\\');
        put(letter);
    }

    private void put(int octet) {
        if (length == octets.length) {
            octets = Arrays.copyOf(octets, 2 * length);
        }
        octets[length++] = (byte) octet;
    }

    /** Forgets the rows and keeps the room. */
    void clear() {
        length = 0;
    }
}
