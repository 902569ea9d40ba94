// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.secret;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Octets that must not be seen: K, OPc, TOPc and the like. {@link #toString} says nothing; comparison takes constant time. */
public final class SecretKey {

    private static final HexFormat HEX = HexFormat.of();

    private final byte[] octets;

    private SecretKey(byte[] octets) {
        this.octets = octets;
    }

    /** A key of these octets, which are copied. */
    public static SecretKey of(byte[] octets) {
        return new SecretKey(octets.clone());
    }

    /** The key that {@code hex} spells (either case); empty when it is not an even number of hexadecimal digits. */
    public static Optional<SecretKey> ofHex(String hex) {
        if (hex.length() % 2 != 0) {
            return Optional.empty();
        }
        var octets = new byte[hex.length() / 2];
        for (int i = 0; i < octets.length; i++) {
            int high = Character.digit(hex.charAt(2 * i), 16);
            int low = Character.digit(hex.charAt(2 * i + 1), 16);
            if (high < 0 || low < 0) {
                return Optional.empty();
            }
            octets[i] = (byte) (high << 4 | low);
        }
        return Optional.of(new SecretKey(octets));
    }

    /** Length in octets. */
    public int length() {
        return octets.length;
    }

    /** A copy of the octets, for the cipher that needs them. */
    public byte[] octets() {
        return octets.clone();
    }

    /** The octets in lower-case hexadecimal digits, for storing. */
    public String toHex() {
        return HEX.formatHex(octets);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SecretKey that && MessageDigest.isEqual(octets, that.octets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets);
    }

    @Override
    public String toString() {
        return "SecretKey[redacted]";
    }
}
