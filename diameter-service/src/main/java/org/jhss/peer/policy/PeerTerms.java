// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.policy;

import java.util.List;
import java.util.Optional;
import org.jhss.diameter.dictionary.Application;
import org.jhss.platform.config.AllowedPeerConfig.Rate;

/**
 * On what terms a peer is connected.
 *
 * @param offered the applications that it is offered
 * @param permitted those of them that it should use
 * @param relaying whether it may forward requests of other nodes
 * @param rate bound on its requests
 * @param listed whether the configuration names it
 */
public record PeerTerms(
        List<Application> offered,
        List<Application> permitted,
        Relaying relaying,
        Optional<Rate> rate,
        boolean listed) {

    /** Whether a peer may forward requests of other nodes. */
    public enum Relaying {
        /** It is an agent. */
        ALLOWED,
        /** It is none: every request must be its own. */
        FORBIDDEN,
        /** It may when it advertises to relay (RFC 6733 2.4), or when Route-Record shows the way of the request (6.1.9). */
        AS_SHOWN
    }

    /** Terms of a peer that nothing is agreed with yet. */
    public static final PeerTerms NONE =
            new PeerTerms(List.of(), List.of(), Relaying.AS_SHOWN, Optional.empty(), false);

    /** Terms of a peer that is not listed: it may use {@code applications}. */
    public static PeerTerms ofStranger(List<Application> applications) {
        return new PeerTerms(applications, applications, Relaying.AS_SHOWN, Optional.empty(), false);
    }

    /** Whether it should use that application. */
    public boolean permits(int applicationId) {
        for (int i = 0; i < permitted.size(); i++) {
            if (permitted.get(i).id() == applicationId) {
                return true;
            }
        }
        return false;
    }
}
