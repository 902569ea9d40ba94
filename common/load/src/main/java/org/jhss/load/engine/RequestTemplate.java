// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.engine;

import java.util.function.Consumer;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.message.Avp;
import org.jhss.diameter.message.DiameterBuffer;
import org.jhss.diameter.message.Header;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.MessageWriter;

/** An encoded request in which identifiers, session and IMSI are replaced from one request to the next. Used by one thread. */
final class RequestTemplate {

    /** Decimal digits of the low half of a Session-Id (RFC 6733 8.8), with leading zeros. */
    static final int SESSION_DIGITS = 10;

    private static final int END_TO_END_AFTER_HOP_BY_HOP = 4;
    private static final int HOP_BY_HOP_AT = 12;
    private static final int BASE = 10;

    private final byte[] octets;
    private final int sessionAt;
    private final int sessionLength;
    private final int imsiAt;
    private final int imsiLength;

    /**
     * @param writer writes one message, whose Session-Id ends with {@link #SESSION_DIGITS} digits
     */
    RequestTemplate(Consumer<MessageWriter> writer) {
        var buffer = new DiameterBuffer();
        var out = new MessageWriter(buffer);
        writer.accept(out);
        octets = buffer.copy(0, out.finish());
        if (!(Message.parse(octets) instanceof Message message)) {
            throw new IllegalStateException("a template is a message");
        }
        var session = message.find(Base.SESSION_ID);
        sessionAt = session.valueOffset();
        sessionLength = session.valueLength();
        var user = message.find(Base.USER_NAME);
        imsiAt = user.valueOffset();
        imsiLength = user.valueLength();
    }

    /** Makes it the request with these identifiers. */
    void fill(int hopByHop, int endToEnd, long imsi, boolean retransmitted) {
        Header.setHopByHop(octets, 0, hopByHop);
        putInt(octets, HOP_BY_HOP_AT + END_TO_END_AFTER_HOP_BY_HOP, endToEnd);
        putDigits(Integer.toUnsignedLong(hopByHop), sessionAt + sessionLength - SESSION_DIGITS, SESSION_DIGITS);
        putDigits(imsi, imsiAt, imsiLength);
        if (retransmitted) {
            Header.setRetransmitted(octets, 0);
        } else {
            octets[FLAGS_AT] &= ~Header.RETRANSMITTED;
        }
    }

    /** The message, good until it is filled again. */
    byte[] octets() {
        return octets;
    }

    /** Whether {@code session} is the Session-Id of the request with that identifier. */
    boolean isSession(Avp session, int hopByHop) {
        if (session.valueLength() != sessionLength) {
            return false;
        }
        var received = session.buffer();
        int at = session.valueOffset();
        int fixed = sessionLength - SESSION_DIGITS;
        for (int i = 0; i < fixed; i++) {
            if (received[at + i] != octets[sessionAt + i]) {
                return false;
            }
        }
        long number = 0;
        for (int i = fixed; i < sessionLength; i++) {
            number = number * BASE + (received[at + i] - '0');
        }
        return number == Integer.toUnsignedLong(hopByHop);
    }

    private void putDigits(long number, int at, int digits) {
        long rest = number;
        for (int i = at + digits - 1; i >= at; i--) {
            long tens = rest / BASE;
            octets[i] = (byte) ('0' + (rest - tens * BASE));
            rest = tens;
        }
    }

    private static void putInt(byte[] octets, int at, int value) {
        octets[at] = (byte) (value >>> 24);
        octets[at + 1] = (byte) (value >>> 16);
        octets[at + 2] = (byte) (value >>> 8);
        octets[at + 3] = (byte) value;
    }

    private static final int FLAGS_AT = 4;
}
