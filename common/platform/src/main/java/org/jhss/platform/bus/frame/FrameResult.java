// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus.frame;

import java.util.List;

/** What reading a frame gave. */
public sealed interface FrameResult {

    /**
     * The frame is sound.
     *
     * @param messages its messages, as slices of the buffer that was read
     */
    record Messages(List<BusMessage> messages) implements FrameResult {}

    /**
     * The frame is not one of ours or was damaged.
     *
     * @param reason what is wrong
     * @param offset where, in octets
     */
    record Corrupt(Reason reason, int offset) implements FrameResult {}

    /** Why a frame is corrupt. */
    enum Reason {
        TOO_SHORT,
        WRONG_MAGIC,
        UNKNOWN_VERSION,
        RESERVED_NOT_ZERO,
        WRONG_COUNT,
        UNKNOWN_KIND,
        UNKNOWN_STATUS,
        LENGTH_PAST_END,
        OCTETS_LEFT_OVER
    }
}
