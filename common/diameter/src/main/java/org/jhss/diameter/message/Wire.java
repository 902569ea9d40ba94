// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.message;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Numbers in network byte order at any place of an array, bounds checked by the JVM. */
final class Wire {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private Wire() {}

    static int int32(byte[] buffer, int at) {
        return (int) INT.get(buffer, at);
    }

    static long int64(byte[] buffer, int at) {
        return (long) LONG.get(buffer, at);
    }

    static int uint24(byte[] buffer, int at) {
        return (buffer[at] & 0xFF) << 16 | (buffer[at + 1] & 0xFF) << 8 | (buffer[at + 2] & 0xFF);
    }

    static int uint16(byte[] buffer, int at) {
        return (buffer[at] & 0xFF) << 8 | (buffer[at + 1] & 0xFF);
    }

    static void putInt32(byte[] buffer, int at, int value) {
        INT.set(buffer, at, value);
    }

    static void putInt64(byte[] buffer, int at, long value) {
        LONG.set(buffer, at, value);
    }

    /** Writes the upper octet and the 24 bits below it, as the first and second word of a header share one. */
    static void putUint8And24(byte[] buffer, int at, int upper, int lower) {
        INT.set(buffer, at, upper << 24 | lower);
    }

    /** The next multiple of four (RFC 6733 4.1: AVPs are padded to 32 bits). */
    static int padded(int length) {
        return (length + 3) & ~3;
    }
}
