// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.rule;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Packet filters: IPFilterRule of RFC 6733 4.3.1 as TS 29.212 5.4.2 restricts it to {@code permit out}. */
public final class FilterRules {

    /** {@code tft.tft_string}. */
    public static final Rule TFT = Rule.text(
            "ip_filter_rule",
            "an IPFilterRule: permit out PROTOCOL from ADDRESS [PORTS] to ADDRESS [PORTS]",
            FilterRules::isRule);

    private static final int MOST_PROTOCOL = 255;
    private static final int MOST_PORT = 65_535;
    private static final int SHORTEST = 7;
    private static final Set<String> DIRECTIONS = Set.of("in", "out");
    private static final Set<String> ANYWHERE = Set.of("any", "assigned");

    private FilterRules() {}

    private static boolean isRule(String text) {
        var words = List.of(text.strip().split("\\s+"));
        if (words.size() < SHORTEST
                || !words.get(0).equals("permit")
                || !DIRECTIONS.contains(words.get(1))
                || !isProtocol(words.get(2))
                || !words.get(3).equals("from")) {
            return false;
        }
        int to = words.indexOf("to");
        return to > 4 && isEnd(words.subList(4, to)) && isEnd(words.subList(to + 1, words.size()));
    }

    /** An address, then at most one list of ports. */
    private static boolean isEnd(List<String> words) {
        return !words.isEmpty()
                && words.size() <= 2
                && isAddress(words.getFirst())
                && (words.size() == 1 || arePorts(words.getLast()));
    }

    private static boolean isProtocol(String word) {
        var name = word.toLowerCase(Locale.ROOT);
        if (name.equals("ip")) {
            return true;
        }
        return isNumber(name, MOST_PROTOCOL);
    }

    private static boolean isAddress(String word) {
        var address = word.startsWith("!") ? word.substring(1) : word;
        return ANYWHERE.contains(address) || IpAddress.parsePrefix(address).isPresent();
    }

    private static boolean arePorts(String word) {
        for (var range : word.split(",", -1)) {
            int dash = range.indexOf('-');
            var first = dash < 0 ? range : range.substring(0, dash);
            var last = dash < 0 ? range : range.substring(dash + 1);
            if (!isNumber(first, MOST_PORT)
                    || !isNumber(last, MOST_PORT)
                    || Integer.parseInt(first) > Integer.parseInt(last)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumber(String word, int most) {
        return !word.isEmpty() && word.length() <= 5 && Texts.isDigits(word) && Integer.parseInt(word) <= most;
    }
}
