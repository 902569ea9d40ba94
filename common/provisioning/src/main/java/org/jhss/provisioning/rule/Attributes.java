// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.rule;

import java.util.Locale;
import java.util.Set;

/** Rules on the free attributes of a subscriber. */
public final class Attributes {

    private static final Set<String> RAT_RESTRICTIONS =
            Set.of("rat_restriction_2g", "rat_restriction_3g", "rat_restriction_4g");
    private static final Set<String> RAT_ANSWERS = Set.of("allowed", "forbidden");

    /** The values that jHSS acts upon; other keys are the operator's own. */
    public static final Rule VALUE_BY_KEY = new Rule(
            "attribute_value",
            "\"allowed\" or \"forbidden\" for the keys rat_restriction_2g, _3g and _4g",
            Rule.Severity.ERROR,
            Hint.NONE,
            Set.of("key"),
            (value, others) -> value instanceof String text && isRight(text, others));

    private Attributes() {}

    private static boolean isRight(String text, Rule.Context others) {
        return !(others.get("key") instanceof String key)
                || !RAT_RESTRICTIONS.contains(key.toLowerCase(Locale.ROOT))
                || RAT_ANSWERS.contains(text.strip().toLowerCase(Locale.ROOT));
    }
}
