// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.http;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Names requests, so that a client's report, an answer and a line of a log can be brought together. */
final class RequestIds {

    private static final int MAX_LENGTH = 64;

    private RequestIds() {}

    /** The client's own id if it is short and plain, else a new one. Ids are no secrets. */
    static String of(@Nullable String sent) {
        return sent != null && isPlain(sent) ? sent : made();
    }

    private static boolean isPlain(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || "-_.:".indexOf(c) >= 0;
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    private static String made() {
        var random = ThreadLocalRandom.current();
        var hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }
}
