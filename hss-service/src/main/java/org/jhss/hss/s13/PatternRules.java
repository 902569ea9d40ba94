// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s13;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jhss.store.reference.EquipmentPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules by regular expression, compiled. The first in the order of their ids decides. An expression must match from the start,
 * not to the end, as Python's {@code re.match} does. RE2/J takes time linear in the text, whatever the expression: no rule can make
 * a check hang. Immutable.
 */
final class PatternRules {

    private static final Logger LOG = LoggerFactory.getLogger(PatternRules.class);

    private record Rule(Pattern imei, Optional<Pattern> imsi, int status) {

        boolean matches(String device, String subscriber) {
            return imei.matcher(device).lookingAt()
                    && (imsi.isEmpty()
                            || (!subscriber.isEmpty()
                                    && imsi.get().matcher(subscriber).lookingAt()));
        }
    }

    private final List<Rule> rules;

    private PatternRules(List<Rule> rules) {
        this.rules = rules;
    }

    /** Compiles; a rule that cannot be used is left out with a line in the log. */
    static PatternRules compile(List<EquipmentPattern> patterns) {
        var rules = new ArrayList<Rule>();
        for (var pattern : patterns) {
            var fault = fault(pattern);
            if (fault.isPresent()) {
                LOG.atWarn().addKeyValue("eir_id", pattern.id()).log("equipment rule is not used: {}", fault.get());
                continue;
            }
            try {
                rules.add(new Rule(
                        Pattern.compile(pattern.imei()), pattern.imsi().map(Pattern::compile), pattern.responseCode()));
            } catch (PatternSyntaxException e) {
                LOG.atWarn()
                        .addKeyValue("eir_id", pattern.id())
                        .log("equipment rule is not used: its expression is not understood: {}", e.getDescription());
            }
        }
        return new PatternRules(List.copyOf(rules));
    }

    /**
     * The status that the first matching rule gives; empty when none does.
     *
     * @param imei the IMEI AVP as it came
     * @param imsi User-Name as it came, "" when absent: then only rules for all apply
     */
    OptionalInt decide(String imei, String imsi) {
        for (var rule : rules) {
            if (rule.matches(imei, imsi)) {
                return OptionalInt.of(rule.status);
            }
        }
        return OptionalInt.empty();
    }

    private static Optional<String> fault(EquipmentPattern pattern) {
        if (pattern.imei().isEmpty()) {
            return Optional.of("it has no expression for the IMEI");
        }
        if (!RepeatGuard.admits(pattern.imei())
                || !pattern.imsi().map(RepeatGuard::admits).orElse(true)) {
            return Optional.of("its expression is too long, or repeats of repeats make it too large");
        }
        return EquipmentStatus.isValid(pattern.responseCode())
                ? Optional.empty()
                : Optional.of("match_response_code " + pattern.responseCode() + " is none of 0, 1 and 2");
    }
}
