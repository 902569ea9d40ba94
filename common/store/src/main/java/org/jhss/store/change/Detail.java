// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.change;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a change carries besides its subject.
 *
 * @param columns what was changed
 * @param apnsBefore the subscriber's APNs before
 * @param targets nodes to be told whatever is stored by then
 * @param cancellationType Cancellation-Type (TS 29.272 7.3.24) for {@code targets}; empty means that of the change's kind
 */
public record Detail(
        Set<String> columns, Optional<ApnList> apnsBefore, List<TargetNode> targets, OptionalInt cancellationType) {

    /** Nothing. */
    public static final Detail NONE = ofColumns(Set.of());

    public Detail {
        columns = Set.copyOf(columns);
        targets = List.copyOf(targets);
    }

    static Detail ofColumns(Set<String> columns) {
        return new Detail(columns, Optional.empty(), List.of(), OptionalInt.empty());
    }

    static Detail ofTargets(List<TargetNode> targets) {
        return new Detail(Set.of(), Optional.empty(), targets, OptionalInt.empty());
    }
}
