// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.v1;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.OptionalInt;

/** Where a list by id goes on: after which id. Opaque to clients, so that it may mean more one day. */
final class Cursor {

    private static final String PREFIX = "after:";

    private Cursor() {}

    static String after(int key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((PREFIX + key).getBytes(StandardCharsets.US_ASCII));
    }

    /** The id; empty when {@code text} is no cursor. */
    static OptionalInt parse(String text) {
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            return plain.startsWith(PREFIX)
                    ? OptionalInt.of(Integer.parseInt(plain.substring(PREFIX.length())))
                    : OptionalInt.empty();
        } catch (IllegalArgumentException _) {
            return OptionalInt.empty();
        }
    }
}
