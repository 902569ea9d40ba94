// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.message;

import org.jhss.diameter.dictionary.AvpDefinition;
import org.jspecify.annotations.Nullable;

/** Whether octets can be a value of an AVP's type (RFC 6733 4.2, 4.3). Makes no garbage. */
public final class ValueRules {

    private static final byte[] AAA = {'a', 'a', 'a', ':', '/', '/'};
    private static final byte[] AAAS = {'a', 'a', 'a', 's', ':', '/', '/'};

    private ValueRules() {}

    /** What is wrong with {@code length} octets at {@code at} as a value of {@code definition}; null when nothing is. */
    public static @Nullable Fault check(AvpDefinition definition, byte[] buffer, int at, int length) {
        if (!definition.type().allowsLength(length)) {
            return Fault.AVP_VALUE_LENGTH;
        }
        boolean sound = switch (definition.type()) {
            case UTF8_STRING -> Utf8.isValid(buffer, at, length);
            case DIAMETER_IDENTITY -> isVisibleAscii(buffer, at, length);
            case DIAMETER_URI -> isUri(buffer, at, length) && isVisibleAscii(buffer, at, length);
            case IP_FILTER_RULE, QOS_FILTER_RULE -> isPrintableAscii(buffer, at, length);
            case ADDRESS -> Addresses.isValid(buffer, at, length);
            case ENUMERATED -> definition.allowsValue(Wire.int32(buffer, at));
            case OCTET_STRING, INTEGER32, INTEGER64, UNSIGNED32, UNSIGNED64, FLOAT32, FLOAT64, GROUPED, TIME -> true;
        };
        return sound ? null : Fault.AVP_VALUE;
    }

    private static boolean isUri(byte[] buffer, int at, int length) {
        return startsWith(AAA, buffer, at, length) || startsWith(AAAS, buffer, at, length);
    }

    private static boolean startsWith(byte[] prefix, byte[] buffer, int at, int length) {
        if (length <= prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (buffer[at + i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isVisibleAscii(byte[] buffer, int at, int length) {
        for (int i = at; i < at + length; i++) {
            if (buffer[i] <= ' ' || buffer[i] == 0x7F) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPrintableAscii(byte[] buffer, int at, int length) {
        for (int i = at; i < at + length; i++) {
            if (buffer[i] < ' ' || buffer[i] == 0x7F) {
                return false;
            }
        }
        return true;
    }
}
