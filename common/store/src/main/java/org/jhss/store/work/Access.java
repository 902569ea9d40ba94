// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.work;

import java.util.List;
import org.jhss.store.database.IdList;
import org.jspecify.annotations.Nullable;

/**
 * What decides whether a provisioned subscriber may use the network at all; always loaded.
 *
 * @param subscriberId primary key of the subscriber row
 * @param enabled false for a barred subscription; NULL counts as the column's default, true
 * @param networkAccessMode TS 29.272 7.3.21 ({@code nam}); NULL counts as 0
 * @param roamingEnabled false forbids all roaming; NULL counts as true
 * @param roamingRuleList ids of {@code roaming_rule}, comma separated
 */
public record Access(
        int subscriberId,
        boolean enabled,
        int networkAccessMode,
        boolean roamingEnabled,
        @Nullable String roamingRuleList) {

    /** The ids of the subscriber's own roaming rules, in order. */
    public List<Integer> roamingRules() {
        return IdList.parse(roamingRuleList);
    }
}
