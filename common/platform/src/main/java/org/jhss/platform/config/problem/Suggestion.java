// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config.problem;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
public final class Suggestion {

    private static final int SHORT_NAME = 5;

    private Suggestion() {}

    /**
     * The closest of {@code known} to {@code name}, ignoring case and underscores: within one edit for names of up to five
     * characters, within two for longer ones.
     */
    public static Optional<String> closest(String name, Collection<String> known) {
        var wanted = normal(name);
        int limit = wanted.length() <= SHORT_NAME ? 1 : 2;
        String best = null;
        int bestDistance = limit + 1;
        for (var candidate : known) {
            int distance = distance(wanted, normal(candidate));
            if (distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    private static String normal(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    /** Levenshtein distance with two rows. */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(substitution, Math.min(previous[j], current[j - 1]) + 1);
            }
            int[] swap = previous;
            previous = current;
            current = swap;
        }
        return previous[b.length()];
    }
}
