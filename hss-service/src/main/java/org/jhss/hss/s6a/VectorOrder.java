// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a;

import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.Avp;

/**
 * How many vectors of one kind a node asks for (TS 29.272 7.3.11, 7.3.12).
 *
 * @param wanted whether it asks at all
 * @param count how many, at least 1 when wanted
 * @param immediate it needs them at once (Immediate-Response-Preferred; its value means nothing, 7.3.16)
 * @param resynchronisation Re-Synchronization-Info, or absent
 */
record VectorOrder(boolean wanted, int count, boolean immediate, Avp resynchronisation) {

    /** Nothing is asked for. */
    static final VectorOrder NONE = new VectorOrder(false, 0, false, Avp.ABSENT);

    /** One vector, as a request without any order is understood. */
    static final VectorOrder ONE = new VectorOrder(true, 1, true, Avp.ABSENT);

    /**
     * The order that {@code group} holds; absent numbers and 0 count as 1.
     *
     * @param most the highest number granted
     */
    static VectorOrder read(Avp group, int most) {
        if (group.isAbsent()) {
            return NONE;
        }
        long number = group.unsigned32(S6a.NUMBER_OF_REQUESTED_VECTORS, 1);
        return new VectorOrder(
                true,
                Math.clamp(number, 1, most),
                group.has(S6a.IMMEDIATE_RESPONSE_PREFERRED),
                group.find(S6a.RE_SYNCHRONIZATION_INFO));
    }

    /**
     * This order beside {@code other}: vectors that are not needed at once are cut to one when the other kind's are (5.2.3.1.3 leaves the
     * numbers to the HSS).
     */
    VectorOrder beside(VectorOrder other) {
        return wanted && !immediate && other.immediate && count > 1
                ? new VectorOrder(true, 1, false, resynchronisation)
                : this;
    }
}
