// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.work;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jhss.identity.Plmn;

/**
 * The PDN gateway that serves a subscriber's connection to an APN, as notified (TS 29.272 5.2.5, 7.3.35).
 *
 * @param apn name of the APN, compared without regard to case; or {@link #EMERGENCY}
 * @param contextId Context-Identifier of the APN configuration, where given
 * @param host Destination-Host of MIP6-Agent-Info, or ""
 * @param realm its Destination-Realm, or ""
 * @param addresses MIP-Home-Agent-Address, none to two, textual
 * @param visitedPlmn Visited-Network-Identifier
 * @param updatedAt time of the notification
 */
public record PdnGateway(
        String apn,
        OptionalInt contextId,
        String host,
        String realm,
        List<String> addresses,
        Optional<Plmn> visitedPlmn,
        Instant updatedAt) {

    /** Stands in place of an APN for the gateway of emergency connections, which belong to none; no APN is spelt so. */
    public static final String EMERGENCY = "*emergency";

    /** Whether it serves emergency connections. */
    public boolean isEmergency() {
        return apn.equals(EMERGENCY);
    }
}
