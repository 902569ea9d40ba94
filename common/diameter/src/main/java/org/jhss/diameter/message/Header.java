// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.message;

/** The Diameter header (RFC 6733 3) and the AVP header (4.1): places, lengths and bits. */
public final class Header {

    /** Octets of the message header. */
    public static final int LENGTH = 20;

    /** The only version of Diameter. */
    public static final int VERSION = 1;

    /** The greatest length that the 24 bits of the header can tell, rounded down to a multiple of four. */
    public static final int MAX_MESSAGE_LENGTH = 0xFF_FFFC;

    /** R bit: the message is a request. */
    public static final int REQUEST = 0x80;
    /** P bit: the message may be proxied, relayed or redirected. */
    public static final int PROXIABLE = 0x40;
    /** E bit: the answer reports a protocol error. */
    public static final int ERROR = 0x20;
    /** T bit: the request is possibly sent again. */
    public static final int RETRANSMITTED = 0x10;

    /** V bit of an AVP: a Vendor-Id follows. */
    public static final int AVP_VENDOR = 0x80;
    /** M bit of an AVP: the receiver must know it. */
    public static final int AVP_MANDATORY = 0x40;

    static final int AVP_LENGTH = 8;
    static final int AVP_LENGTH_WITH_VENDOR = 12;

    static final int LENGTH_AT = 0;
    static final int FLAGS_AT = 4;
    static final int APPLICATION_AT = 8;
    static final int HOP_BY_HOP_AT = 12;
    static final int END_TO_END_AT = 16;

    static final int AVP_FLAGS_AT = 4;
    static final int AVP_LENGTH_AT = 5;
    static final int AVP_VENDOR_AT = 8;

    private Header() {}

    /**
     * The length that a message's header tells, for cutting a byte stream into messages. At least four octets from
     * {@code offset} must be there.
     *
     * @return 0 to 16777215, not checked in any way
     */
    public static int messageLength(byte[] buffer, int offset) {
        return Wire.uint24(buffer, offset + 1);
    }

    /** The version octet of the header at {@code offset}. */
    public static int version(byte[] buffer, int offset) {
        return buffer[offset] & 0xFF;
    }

    /** Whether the message at {@code offset}, of which five octets must be there, is a request. */
    public static boolean isRequest(byte[] buffer, int offset) {
        return (buffer[offset + FLAGS_AT] & REQUEST) != 0;
    }

    /** The hop-by-hop identifier of the message at {@code offset}, of which the header must be there. */
    public static int hopByHop(byte[] buffer, int offset) {
        return Wire.int32(buffer, offset + HOP_BY_HOP_AT);
    }

    /** Puts another hop-by-hop identifier into the message at {@code offset}, as its connection's owner must. */
    public static void setHopByHop(byte[] buffer, int offset, int hopByHop) {
        Wire.putInt32(buffer, offset + HOP_BY_HOP_AT, hopByHop);
    }

    /** The end-to-end identifier of the message at {@code offset}, of which the header must be there. */
    public static int endToEnd(byte[] buffer, int offset) {
        return Wire.int32(buffer, offset + END_TO_END_AT);
    }

    /** The Application-Id of the message at {@code offset}, of which the header must be there. */
    public static int applicationId(byte[] buffer, int offset) {
        return Wire.int32(buffer, offset + APPLICATION_AT);
    }

    /** The command code of the message at {@code offset}, of which eight octets must be there. */
    public static int commandCode(byte[] buffer, int offset) {
        return Wire.uint24(buffer, offset + FLAGS_AT + 1);
    }

    /** Sets the T bit of the request at {@code offset} (RFC 6733 3: sent again after a failover). */
    public static void setRetransmitted(byte[] buffer, int offset) {
        buffer[offset + FLAGS_AT] |= RETRANSMITTED;
    }
}
