// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.secret;

import java.util.Optional;

/** What the authentication centre holds for one SIM, or why it cannot be used. */
public sealed interface AuthenticationKeys {

    /**
     * Usable keys.
     *
     * @param algorithm the authentication function
     * @param k the subscriber key, 16 or 32 octets
     * @param op OPc (Milenage) or TOPc (TUAK), as the algorithm takes it; empty for a SIM that does 2G only or an algorithm without
     * @param amf authentication management field, 16 bits (TS 33.102 6.3)
     * @param gsmAlgorithm PyHSS's {@code algo}: "1", "2", "3" for COMP128 versions, another number for triplets derived from the
     *     3G algorithm; "3" where the column is NULL
     * @param parameters what the algorithm needs beyond the usual
     */
    record Available(
            AuthenticationAlgorithm algorithm,
            SecretKey k,
            Optional<SecretKey> op,
            int amf,
            String gsmAlgorithm,
            AlgorithmParameters parameters)
            implements AuthenticationKeys {}

    /** No usable keys; {@code reason} is for the log and holds no key. */
    record Unavailable(String reason) implements AuthenticationKeys {}
}
