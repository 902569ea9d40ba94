// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.connection;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.message.Avp;
import org.jhss.diameter.message.Header;
import org.jhss.diameter.message.Message;

/** Comparing in place what messages hold. */
final class Octets {

    private Octets() {}

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether the AVP holds that DiameterIdentity, without regard to ASCII case. */
    static boolean sameName(Avp avp, byte[] name) {
        int length = avp.valueLength();
        if (length != name.length) {
            return false;
        }
        byte[] buffer = avp.buffer();
        int at = avp.valueOffset();
        // Peers spell a name in one way as a rule, and whole words compare faster than letters.
        if (Arrays.equals(buffer, at, at + length, name, 0, length)) {
            return true;
        }
        for (int i = 0; i < length; i++) {
            if (lower(buffer[at + i]) != lower(name[i])) {
                return false;
            }
        }
        return true;
    }

    private static int lower(byte octet) {
        return octet >= 'A' && octet <= 'Z' ? octet | 0x20 : octet;
    }

    /** Whether two messages have the same command and Session-Id; the second may be followed by other octets. */
    static boolean sameSession(byte[] one, byte[] other) {
        return Header.commandCode(one, 0) == Header.commandCode(other, 0)
                && Header.applicationId(one, 0) == Header.applicationId(other, 0)
                && Arrays.equals(sessionId(one), sessionId(other));
    }

    private static byte[] sessionId(byte[] message) {
        return Message.parse(message, 0, Header.messageLength(message, 0)) instanceof Message parsed
                ? parsed.octets(Base.SESSION_ID)
                : new byte[0];
    }

    /** Turns a header whose version or length is wrong into that of a message without AVPs, so that it can be answered. */
    static void makeBareHeader(byte[] header) {
        header[0] = Header.VERSION;
        header[1] = 0;
        header[2] = 0;
        header[3] = Header.LENGTH;
    }
}
