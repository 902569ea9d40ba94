// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.traffic;

import java.util.List;
import org.jhss.load.plan.MixEntry;

/** What is asked. */
public enum Mix {
    AIR("AIR", List.of(MixEntry.of("AIR", 1))),
    ULR("ULR", List.of(MixEntry.of("ULR", 1))),
    MIXED("AIR 5, ULR 4, ECR 1", List.of(MixEntry.of("AIR", 5), MixEntry.of("ULR", 4), MixEntry.of("ECR", 1)));

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // The entries are records of immutable parts.
    private final List<MixEntry> entries;

    Mix(String label, List<MixEntry> entries) {
        this.label = label;
        this.entries = entries;
    }

    /** For tables. */
    public String label() {
        return label;
    }

    List<MixEntry> entries() {
        return entries;
    }
}
