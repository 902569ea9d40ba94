// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.base;

import java.net.InetAddress;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jhss.diameter.dictionary.Application;
import org.jhss.diameter.dictionary.Base;
import org.jhss.identity.PeerHost;
import org.jhss.identity.Realm;

/**
 * What a peer says of itself in its CER or CEA.
 *
 * @param host its Origin-Host
 * @param realm its Origin-Realm
 * @param addresses its Host-IP-Addresses
 * @param vendorId Vendor-Id of its maker; 0 when absent or not told
 * @param productName its Product-Name; empty when absent
 * @param originStateId its Origin-State-Id
 * @param applications ids of the applications that it offers, wherever in the message it names them
 * @param inbandSecurity its Inband-Security-Ids (RFC 6733 6.10)
 */
public record PeerCapabilities(
        PeerHost host,
        Realm realm,
        List<InetAddress> addresses,
        int vendorId,
        String productName,
        OptionalLong originStateId,
        Set<Integer> applications,
        Set<Integer> inbandSecurity) {

    private static final int NO_INBAND_SECURITY = 0;

    /** Whether the peer relays any application (RFC 6733 2.4). */
    public boolean isRelay() {
        return applications.contains(Base.RELAY.id());
    }

    /** Those of {@code ours} that the peer offers too; all of them when it is a relay. */
    public List<Application> common(List<Application> ours) {
        return isRelay()
                ? ours
                : ours.stream()
                        .filter(application -> applications.contains(application.id()))
                        .toList();
    }

    /** Whether the peer insists on TLS being started in-band after the exchange, which RFC 6733 6.10 leaves to old nodes. */
    public boolean demandsInbandSecurity() {
        return !inbandSecurity.isEmpty() && !inbandSecurity.contains(NO_INBAND_SECURITY);
    }
}
