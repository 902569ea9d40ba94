// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.change;

import java.util.List;
import org.jhss.store.database.IdList;
import org.jspecify.annotations.Nullable;

/**
 * The APNs of a subscriber, from which follow the Context-Identifiers that its nodes know them by.
 *
 * @param defaultApn id of the default APN
 * @param apns ids of all, in the order of {@code apn_list}
 */
public record ApnList(int defaultApn, List<Integer> apns) {

    public ApnList {
        apns = List.copyOf(apns);
    }

    /** As the columns {@code default_apn} and {@code apn_list} have them. */
    public static ApnList of(int defaultApn, @Nullable String apnList) {
        return new ApnList(defaultApn, IdList.parse(apnList));
    }
}
