// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import java.util.Locale;
import java.util.Optional;
import org.jhss.identity.PeerHost;

/**
 * The name of a node or realm, or of many: {@code *} stands for any characters, at most once, such as in
 * {@code *.epc.mnc001.mcc001.3gppnetwork.org}. Compares without regard to ASCII case.
 *
 * @param text the pattern in lower case
 */
public record NamePattern(String text) {

    private static final char ANY = '*';

    /** The pattern that {@code text} is; empty when it is none. */
    public static Optional<NamePattern> parse(String text) {
        int star = text.indexOf(ANY);
        boolean sound = star < 0
                ? PeerHost.parse(text).isPresent()
                : text.indexOf(ANY, star + 1) < 0 && (text.length() == 1 || isNameAround(text));
        return sound ? Optional.of(new NamePattern(text.toLowerCase(Locale.ROOT))) : Optional.empty();
    }

    /** The pattern that names just {@code host}. */
    public static NamePattern of(PeerHost host) {
        return new NamePattern(host.canonical());
    }

    private static boolean isNameAround(String text) {
        return PeerHost.parse(text.replace(ANY, 'x')).isPresent();
    }

    /** Whether it names one node only. */
    public boolean isExact() {
        return text.indexOf(ANY) < 0;
    }

    /** Whether it names {@code name}, which is in lower case. */
    public boolean matches(String name) {
        int star = text.indexOf(ANY);
        if (star < 0) {
            return text.equals(name);
        }
        int tail = text.length() - star - 1;
        return name.length() >= star + tail
                && name.startsWith(text.substring(0, star))
                && name.endsWith(text.substring(star + 1));
    }

    @Override
    public String toString() {
        return text;
    }
}
