// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.directory;

import org.jhss.peer.policy.PeerTerms;

/** Decides who may be a peer. Thread-safe; must not block. */
@FunctionalInterface
public interface PeerPolicy {

    /** What is decided. */
    sealed interface Decision permits Allowed, Refused {}

    /**
     * It may connect.
     *
     * @param terms on what terms
     */
    record Allowed(PeerTerms terms) implements Decision {}

    /**
     * It may not.
     *
     * @param reason for the log; the peer is told no more than 3010 (RFC 6733 7.1.3)
     */
    record Refused(String reason) implements Decision {}

    Decision decide(PeerClaim claim);
}
