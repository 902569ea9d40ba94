// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.profile;

import java.util.Locale;
import java.util.Map;

/** A profile for people. */
final class ProfileText {

    private static final int FRAMES = 40;
    private static final int GROUPS = 25;

    private ProfileText() {}

    static String of(String process, Profile profile) {
        var text = new StringBuilder("== %s: %d samples%n".formatted(process, profile.total()));
        table(text, "threads", profile.threads(), profile.total(), GROUPS);
        table(
                text,
                "whose code, with the JDK's and the kernel's work for it",
                profile.components(),
                profile.total(),
                GROUPS);
        table(text, "of that, inside the kernel", profile.kernel(), profile.total(), GROUPS);
        table(text, "running frame", profile.self(), profile.total(), FRAMES);
        table(text, "our methods with all that they call", profile.own(), profile.total(), FRAMES);
        return text.toString();
    }

    private static void table(StringBuilder text, String title, Map<String, Long> counts, long total, int rows) {
        text.append("%n-- %s%n".formatted(title));
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(rows)
                .forEach(row -> text.append(String.format(
                        Locale.ROOT, "%6.2f %%  %s%n", 100.0 * row.getValue() / Math.max(1, total), row.getKey())));
    }
}
