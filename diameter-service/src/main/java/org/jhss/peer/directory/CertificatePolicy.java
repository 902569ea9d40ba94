// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.directory;

/**
 * Wants the certificate of a TLS peer to name its Origin-Host (RFC 6733 13.1, RFC 5280 4.2.1.6), as DNS name or, in certificates without
 * any, as common name.
 *
 * @param next decides about those that pass
 */
public record CertificatePolicy(PeerPolicy next) implements PeerPolicy {

    @Override
    public Decision decide(PeerClaim claim) {
        var certificate = claim.transport().certificate();
        if (certificate.isEmpty() && claim.transport().secure()) {
            return new Refused("it showed no certificate");
        }
        if (certificate.isPresent()
                && !certificate.get().names().contains(claim.host().canonical())) {
            return new Refused("its certificate is not for " + claim.host());
        }
        return next.decide(claim);
    }
}
