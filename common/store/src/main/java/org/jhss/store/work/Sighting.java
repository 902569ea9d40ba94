// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.work;

import java.util.Optional;

/**
 * What it means to have seen an IMSI in a device.
 *
 * @param newPair this IMSI was never seen in this device
 * @param previous the other device it was in until now; empty when it is still in the same, or was never seen
 */
public record Sighting(boolean newPair, Optional<Device> previous) {

    /** Whether the SIM has moved to another device, be it new or known from before. */
    public boolean isSwap() {
        return previous.isPresent();
    }
}
