// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.decode;

import java.io.ByteArrayOutputStream;
import java.util.regex.Pattern;

/** Octets from hexadecimal text as people have it: with blanks, colons, 0x, or a hex dump's offsets and characters. */
final class HexInput {

    /** Offset of a dump line: four to eight digits, then a colon or two blanks. */
    private static final Pattern DUMP_OFFSET = Pattern.compile("^\\s*[0-9a-fA-F]{4,8}(:\\s|\\s{2})");
    /** The characters at the end of a dump line. */
    private static final Pattern DUMP_CHARACTERS = Pattern.compile("(\\s{2,}\\S.{0,40}|\\s+\\|.*)$");

    private static final Pattern PREFIX = Pattern.compile("0[xX]");
    private static final Pattern SEPARATOR = Pattern.compile("[\\s:,\\-]+");
    private static final int HEX = 16;

    private HexInput() {}

    /**
     * The octets that {@code text} spells.
     *
     * @throws IllegalArgumentException naming the line when something is no hexadecimal digit or half an octet is left
     */
    static byte[] parse(String text) {
        var octets = new ByteArrayOutputStream(text.length() / 2);
        int number = 0;
        int pending = -1;
        for (var line : text.lines().toList()) {
            number++;
            var digits = SEPARATOR
                    .matcher(PREFIX.matcher(content(line)).replaceAll(""))
                    .replaceAll("");
            for (int i = 0; i < digits.length(); i++) {
                int digit = Character.digit(digits.charAt(i), HEX);
                if (digit < 0) {
                    throw new IllegalArgumentException(
                            "line " + number + ": '" + digits.charAt(i) + "' is no hexadecimal digit");
                }
                if (pending < 0) {
                    pending = digit;
                } else {
                    octets.write(pending << 4 | digit);
                    pending = -1;
                }
            }
        }
        if (pending >= 0) {
            throw new IllegalArgumentException("an odd number of hexadecimal digits: half an octet is left over");
        }
        return octets.toByteArray();
    }

    private static String content(String line) {
        var offset = DUMP_OFFSET.matcher(line);
        if (!offset.find()) {
            return line;
        }
        var bytes = line.substring(offset.end()).strip();
        return DUMP_CHARACTERS.matcher(bytes).replaceFirst("");
    }
}
