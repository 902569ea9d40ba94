// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s13;

import java.util.List;
import java.util.function.Supplier;
import org.jhss.store.reference.EquipmentPattern;
import org.jhss.store.reference.ReferenceData;

/** The present {@link PatternRules}: compiled anew only when a rule has changed. Thread-safe. */
final class PatternRegister {

    private record Snapshot(List<EquipmentPattern> source, PatternRules rules) {}

    private final Supplier<ReferenceData> reference;
    private volatile Snapshot snapshot = new Snapshot(List.of(), PatternRules.compile(List.of()));

    PatternRegister(Supplier<ReferenceData> reference) {
        this.reference = reference;
    }

    // The same list is the same rules: comparing them one by one is for once a snapshot, not for each check.
    @SuppressWarnings("ReferenceEquality")
    PatternRules current() {
        var patterns = reference.get().equipmentPatterns();
        var known = snapshot;
        return patterns == known.source ? known.rules : renewed(patterns).rules;
    }

    private synchronized Snapshot renewed(List<EquipmentPattern> patterns) {
        var known = snapshot;
        snapshot = new Snapshot(patterns, patterns.equals(known.source) ? known.rules : PatternRules.compile(patterns));
        return snapshot;
    }
}
