// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.secret;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** K and OPc as {@link KeyVault} sealed them, with the id of the key that did. */
public final class SealedKeys {

    private final String keyId;
    private final byte @Nullable [] k;
    private final byte @Nullable [] op;

    /** Takes the arrays over. */
    public SealedKeys(String keyId, byte @Nullable [] k, byte @Nullable [] op) {
        this.keyId = keyId;
        this.k = k;
        this.op = op;
    }

    /** The key that sealed them. */
    public String keyId() {
        return keyId;
    }

    /** The value for {@code purpose}; empty when there is none or {@code vault} cannot open it. */
    Optional<SecretKey> open(KeyVault vault, int aucId, KeyVault.Purpose purpose) {
        var sealed = switch (purpose) {
            case K -> k;
            case OP -> op;
            case HISTORY -> null;
        };
        return sealed == null ? Optional.empty() : vault.open(keyId, sealed, aucId, purpose);
    }
}
