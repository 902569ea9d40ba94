// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.directory;

import java.util.List;
import org.jhss.identity.PeerHost;

/** PyHSS's guess at what a peer is, by the first of these words, in this order, that its Origin-Host has anywhere in it. */
public final class PeerKind {

    private static final List<String> WORDS = List.of("mme", "pgw", "pcscf", "icscf", "scscf", "hss", "ocs", "dra");
    private static final String UNKNOWN = "Unknown";

    private PeerKind() {}

    /** One of the eight words, or {@code Unknown}. */
    public static String of(PeerHost host) {
        var name = host.canonical();
        for (var word : WORDS) {
            if (name.contains(word)) {
                return word;
            }
        }
        return UNKNOWN;
    }
}
