// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus;

/** Whether the bus took a message or frame. */
public enum Offer {
    /** It is queued, or will be unless the producer's loss listener says otherwise. */
    ACCEPTED,
    /** Too much is queued or buffered; shed now (DIAMETER_TOO_BUSY 3004). */
    OVERLOADED,
    /** Redis is not reachable or does not confirm; fail now (DIAMETER_UNABLE_TO_DELIVER 3002). */
    UNAVAILABLE,
    /** The stream belongs to a process that is gone. */
    NO_READER
}
