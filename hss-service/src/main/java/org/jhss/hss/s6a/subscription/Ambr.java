// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.subscription;

import java.util.OptionalLong;
import org.jhss.diameter.dictionary.Rx;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.MessageWriter;

/** The AMBR AVP (TS 29.272 7.3.41), of a subscriber or an APN. */
final class Ambr {

    /** The highest rate that Max-Requested-Bandwidth can tell, bit/s; higher ones are told by the Extended AVPs in kbit/s. */
    private static final long MOST = 0xFFFF_FFFFL;

    private static final long BITS_PER_KILOBIT = 1000;

    private Ambr() {}

    /**
     * Adds the AVP.
     *
     * @param up uplink, bit/s
     * @param down downlink, bit/s
     * @param extendedUp uplink, kbit/s; counts instead of {@code up} where it is more than that can tell
     * @param extendedDown downlink, kbit/s, likewise
     */
    static void write(MessageWriter writer, long up, long down, OptionalLong extendedUp, OptionalLong extendedDown) {
        long bitsUp = bits(up, extendedUp);
        long bitsDown = bits(down, extendedDown);
        writer.begin(S6a.AMBR)
                .add(Rx.MAX_REQUESTED_BANDWIDTH_UL, Math.min(bitsUp, MOST))
                .add(Rx.MAX_REQUESTED_BANDWIDTH_DL, Math.min(bitsDown, MOST));
        if (bitsUp > MOST) {
            writer.add(Rx.EXTENDED_MAX_REQUESTED_BW_UL, Math.min(bitsUp / BITS_PER_KILOBIT, MOST));
        }
        if (bitsDown > MOST) {
            writer.add(Rx.EXTENDED_MAX_REQUESTED_BW_DL, Math.min(bitsDown / BITS_PER_KILOBIT, MOST));
        }
        writer.end();
    }

    private static long bits(long plain, OptionalLong extended) {
        if (extended.isPresent()) {
            long bits = Math.min(extended.getAsLong(), MOST) * BITS_PER_KILOBIT;
            if (bits > MOST) {
                return bits;
            }
        }
        return Math.max(plain, 0);
    }
}
