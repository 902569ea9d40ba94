// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.rule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;

/**
 * The part of a rule that JSON Schema can say.
 *
 * @param pattern regular expression for the whole text
 * @param minimum smallest number
 * @param maximum largest number
 * @param values the only values, each with its meaning; empty for "any"
 */
public record Hint(
        Optional<String> pattern, OptionalLong minimum, OptionalLong maximum, SequencedMap<Object, String> values) {

    /** Nothing a machine could check. */
    public static final Hint NONE =
            new Hint(Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), new LinkedHashMap<>());

    public Hint {
        values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
    }

    static Hint pattern(String regex) {
        return new Hint(Optional.of(regex), OptionalLong.empty(), OptionalLong.empty(), NONE.values);
    }

    static Hint range(long minimum, long maximum) {
        return new Hint(Optional.empty(), OptionalLong.of(minimum), OptionalLong.of(maximum), NONE.values);
    }

    static Hint values(Map<?, String> values) {
        return new Hint(Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), new LinkedHashMap<>(values));
    }

    Hint orEmpty() {
        var wider = new LinkedHashMap<>(values);
        if (!wider.isEmpty()) {
            wider.put("", "not set");
        }
        return new Hint(pattern.map(regex -> "(" + regex + ")?"), minimum, maximum, wider);
    }
}
