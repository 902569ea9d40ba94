// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus;

import org.jhss.platform.bus.frame.Frame;

/** Hears of frames that were accepted and that Redis then did not confirm. */
@FunctionalInterface
public interface LossListener {

    /**
     * Redis did not confirm {@code frame}; it is not sent again. It may have been queued all the same (the confirmation
     * may be what was lost), so its messages may yet be processed: whoever answers them now must be ready to drop a later
     * answer. Called on an I/O thread: must not block.
     */
    void lost(Frame frame);
}
