// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A password or key. Its value reaches no log, message or exception: {@link #toString} says nothing, and equality takes the
 * same time whatever differs.
 */
public final class SecretString {

    /** What stands for any secret in text that people read. */
    public static final String REDACTED = "********";

    private final String value;

    /** Wraps a secret. */
    public SecretString(String value) {
        this.value = value;
    }

    /** The secret itself, for the call that needs it and nothing else. */
    public String reveal() {
        return value;
    }

    /** Whether the secret has no characters. */
    public boolean isEmpty() {
        return value.isEmpty();
    }

    /** Compares in constant time with what somebody presented. */
    public boolean matches(String presented) {
        return MessageDigest.isEqual(
                value.getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecretString secret && matches(secret.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
