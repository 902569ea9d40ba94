// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s13;

import java.util.Comparator;
import java.util.OptionalInt;
import java.util.Set;
import org.jhss.store.work.Equipment;
import org.jhss.store.work.EquipmentRule;
import org.jspecify.annotations.Nullable;

/**
 * Which exact rule decides, when several name the device: one bound to the subscriber before one for all; then one for the very
 * software version before one for the device; then the oldest, by its id.
 */
final class ExactRules {

    private static final int IMEISV_LENGTH = 16;

    private static final Comparator<EquipmentRule> PRECEDENCE = Comparator.comparing(
                    (EquipmentRule rule) -> !isBound(rule))
            .thenComparing(rule -> rule.imei().length() != IMEISV_LENGTH)
            .thenComparingInt(EquipmentRule::id);

    private ExactRules() {}

    /**
     * The status that the deciding rule gives; empty when none applies.
     *
     * @param imsi User-Name as it came, "" when absent: then only rules for all apply
     */
    static OptionalInt decide(Equipment equipment, Set<String> spellings, String imsi) {
        @Nullable EquipmentRule best = null;
        for (var spelling : spellings) {
            for (var rule : equipment.exactRules(spelling)) {
                if (applies(rule, imsi) && (best == null || PRECEDENCE.compare(rule, best) < 0)) {
                    best = rule;
                }
            }
        }
        return best == null ? OptionalInt.empty() : OptionalInt.of(best.responseCode());
    }

    private static boolean applies(EquipmentRule rule, String imsi) {
        return EquipmentStatus.isValid(rule.responseCode())
                && (!isBound(rule) || rule.imsi().orElse("").equals(imsi));
    }

    private static boolean isBound(EquipmentRule rule) {
        return !rule.imsi().orElse("").isEmpty();
    }
}
