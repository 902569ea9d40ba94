// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.handler;

import org.jhss.identity.Imsi;

/** Takes that a node has heard that a subscriber has left it, so that nobody tells it again. Thread-safe; does not wait. */
@FunctionalInterface
public interface MoveReceipts {

    /** The move that was remembered with {@code token} is done. */
    void confirmed(Imsi imsi, long token);
}
