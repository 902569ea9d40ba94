// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.rule;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Set;

/** Rules on regular expressions of the equipment register, which RE2/J runs in linear time. */
public final class Regexes {

    /** A regular expression where {@code regex_mode} says that it is one. */
    public static final Rule BY_REGEX_MODE = new Rule(
            "regex",
            "a regular expression that RE2 knows (no look-around, no back-references), since regex_mode is 1",
            Rule.Severity.ERROR,
            Hint.NONE,
            Set.of("regex_mode"),
            (value, others) -> value instanceof String text && (isExact(others) || compiles(text)));

    private Regexes() {}

    private static boolean isExact(Rule.Context others) {
        return others.get("regex_mode") instanceof Number mode && mode.intValue() == 0;
    }

    private static boolean compiles(String text) {
        try {
            Pattern.compile(text);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
