// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Makes tokens, and the hashes by which they are stored. */
public final class Tokens {

    /** By which people, and scanners of leaked secrets, know a token when they see one. */
    private static final String PREFIX = "jhss_";

    private static final int OCTETS = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Tokens() {}

    /** A new token of 256 random bits. */
    public static String make() {
        var octets = new byte[OCTETS];
        RANDOM.nextBytes(octets);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    /** The SHA-256 of {@code token} in hexadecimal. A slow hash would gain nothing: there is nothing to guess in 256 random bits. */
    public static String hash(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
