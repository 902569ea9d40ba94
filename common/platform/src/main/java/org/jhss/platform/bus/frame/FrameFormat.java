// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus.frame;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Layout of a frame, version 1. All numbers are big-endian.
 *
 * <pre>
 * header   u16 magic 0x6A48 | u8 version | u8 reserved 0 | u32 number of messages
 * message  u8 kind | u8 status | u16 length of peer | u16 length of replyTo | u16 reserved 0 | u32 length of payload
 *          | i64 connection id | i64 correlation id | i64 arrival | i64 deadline | peer | replyTo | payload
 * </pre>
 *
 * Strings are UTF-8. Nothing is padded; nothing may follow the last message.
 */
final class FrameFormat {

    static final int MAGIC = 0x6A48;
    static final int VERSION = 1;
    static final int HEADER_LENGTH = 8;
    static final int COUNT_AT = 4;

    static final int STATUS_AT = 1;
    static final int PEER_LENGTH_AT = 2;
    static final int REPLY_TO_LENGTH_AT = 4;
    static final int RESERVED_AT = 6;
    static final int PAYLOAD_LENGTH_AT = 8;
    static final int CONNECTION_AT = 12;
    static final int CORRELATION_AT = 20;
    static final int ARRIVAL_AT = 28;
    static final int DEADLINE_AT = 36;
    static final int FIXED_LENGTH = 44;
    static final int MAX_STRING_LENGTH = 0xFFFF;

    static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private FrameFormat() {}

    static int unsignedShort(byte[] buffer, int at) {
        return (short) SHORT.get(buffer, at) & 0xFFFF;
    }

    static int integer(byte[] buffer, int at) {
        return (int) INT.get(buffer, at);
    }

    static long number(byte[] buffer, int at) {
        return (long) LONG.get(buffer, at);
    }
}
