// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.object;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jhss.provisioning.schema.ResourceRow;
import org.jspecify.annotations.Nullable;

/** The version of a row: a hash of everything that is stored in it. */
public final class Versions {

    private static final int OCTETS = 16;
    private static final byte NULL = 0;
    private static final byte VALUE = 1;

    private Versions() {}

    /** Thirty-two hexadecimal digits that change when any column does. */
    public static String of(ResourceRow row) {
        var digest = sha256();
        for (var value : row.values()) {
            add(digest, value);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, OCTETS);
    }

    private static void add(MessageDigest digest, @Nullable Object value) {
        if (value == null) {
            digest.update(NULL);
            return;
        }
        var octets = value instanceof byte[] binary ? binary : value.toString().getBytes(StandardCharsets.UTF_8);
        digest.update(VALUE);
        digest.update((byte) (octets.length >> Byte.SIZE));
        digest.update((byte) octets.length);
        digest.update(octets);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
