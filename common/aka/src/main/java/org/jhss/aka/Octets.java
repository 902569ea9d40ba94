// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.aka;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Big-endian words in octet strings, the order of every field in TS 33.102. */
final class Octets {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private Octets() {}

    static long longAt(byte[] source, int offset) {
        return (long) LONGS.get(source, offset);
    }

    static void putLong(byte[] target, int offset, long value) {
        LONGS.set(target, offset, value);
    }

    static int intAt(byte[] source, int offset) {
        return (int) INTS.get(source, offset);
    }

    static void putInt(byte[] target, int offset, int value) {
        INTS.set(target, offset, value);
    }

    /** Refuses {@code octets} of another length; the message tells the field's name and lengths only, never its content. */
    static void requireLength(String field, byte[] octets, int length) {
        if (octets.length != length) {
            throw new IllegalArgumentException(field + " has " + octets.length + " octets, not " + length);
        }
    }
}
