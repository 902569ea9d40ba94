// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.plan;

import java.util.Locale;
import java.util.Optional;
import org.jhss.identity.PeerHost;
import org.jhss.identity.Plmn;
import org.jhss.identity.Realm;

/**
 * The peers that the generator plays.
 *
 * @param count connections, each of its own Origin-Host, 1 to 1000
 * @param namePrefix first part of the Origin-Hosts, such as {@code mme}, followed by a number of three digits
 * @param originRealm Origin-Realm, in which the Origin-Hosts are
 * @param destinationRealm Destination-Realm of all requests
 * @param destinationHost Destination-Host of all requests; empty to send none
 * @param visited Visited-PLMN-Id
 * @param sticky whether each peer keeps to its own share of the subscribers, as if none moved
 */
public record PeerSet(
        int count,
        String namePrefix,
        Realm originRealm,
        Realm destinationRealm,
        Optional<PeerHost> destinationHost,
        Plmn visited,
        boolean sticky) {

    /** The most peers. */
    public static final int MAX = 1000;

    /**
     * @throws IllegalArgumentException when the count is out of its range
     */
    public PeerSet {
        if (count < 1 || count > MAX) {
            throw new IllegalArgumentException("there are 1 to " + MAX + " peers");
        }
    }

    /** The Origin-Host of the peer at {@code index}, 0 to count-1, such as {@code mme001.epc.mnc001.mcc001.3gppnetwork.org}. */
    public PeerHost host(int index) {
        return new PeerHost(namePrefix + String.format(Locale.ROOT, "%03d", index + 1) + "." + originRealm.value());
    }
}
