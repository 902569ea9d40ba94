// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.directory;

import java.util.List;
import java.util.Optional;
import org.jhss.peer.base.ServedApplications;
import org.jhss.peer.policy.PeerTerms;
import org.jhss.peer.policy.PeerTerms.Relaying;
import org.jhss.platform.config.AddressRange;
import org.jhss.platform.config.AllowedPeerConfig;
import org.jhss.platform.config.NamePattern;
import org.jhss.platform.config.PeerConfig;

/**
 * One line of the list of peers.
 *
 * @param host who it is for
 * @param realm the realm that it must have
 * @param addresses where it must come from; empty for anywhere
 * @param certificates names or fingerprints, one of which its certificate must have; empty for any
 * @param terms on what terms it is connected
 */
record ListedPeer(
        NamePattern host,
        Optional<NamePattern> realm,
        List<AddressRange> addresses,
        List<String> certificates,
        PeerTerms terms) {

    /** A peer that may connect. */
    static ListedPeer of(AllowedPeerConfig config, boolean offersAll) {
        var permitted = ServedApplications.named(config.applications());
        var relaying = config.relay()
                .map(may -> may ? Relaying.ALLOWED : Relaying.FORBIDDEN)
                .orElse(Relaying.AS_SHOWN);
        return new ListedPeer(
                config.host(),
                config.realm(),
                config.addresses(),
                config.certificates(),
                new PeerTerms(
                        offersAll ? ServedApplications.all() : permitted, permitted, relaying, config.rate(), true));
    }

    /** A peer that we connect to, which may connect to us too. */
    static ListedPeer of(PeerConfig config) {
        var applications = ServedApplications.named(config.applications());
        return new ListedPeer(
                NamePattern.of(config.host()),
                config.realm().map(realm -> new NamePattern(realm.canonical())),
                List.of(),
                List.of(),
                new PeerTerms(applications, applications, Relaying.AS_SHOWN, Optional.empty(), true));
    }

    /** What about {@code claim}, which is in the listed host's name, is not as listed; empty when all is. */
    Optional<String> fault(PeerClaim claim) {
        if (realm.isPresent() && !realm.get().matches(claim.realm().canonical())) {
            return Optional.of("its realm is " + claim.realm());
        }
        var address = claim.transport().remote().getAddress();
        if (!addresses.isEmpty() && addresses.stream().noneMatch(range -> range.contains(address))) {
            return Optional.of("its address is not listed");
        }
        if (!certificates.isEmpty()) {
            var shown = claim.transport().certificate();
            if (shown.isEmpty()) {
                return Optional.of("it shows no certificate");
            }
            if (!certificates.contains(shown.get().fingerprint())
                    && certificates.stream().noneMatch(shown.get().names()::contains)) {
                return Optional.of("its certificate is not listed");
            }
        }
        return Optional.empty();
    }
}
