// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.access;

import java.util.OptionalInt;
import org.jhss.hss.s6a.features.Feature;
import org.jhss.hss.s6a.features.SupportedFeatures;
import org.jhss.store.work.Profile;

/**
 * Operator determined barring (TS 29.272 7.3.22, 7.3.30). Its categories have the same bits as the features by which a node says that
 * it can enforce them (table 7.3.10/1).
 *
 * @param categories Operator-Determined-Barring as provisioned
 * @param hplmn HPLMN-ODB as provisioned
 */
public record Barring(long categories, long hplmn) {

    /** Error-Diagnostic (7.3.128). */
    private static final int ODB_ALL_APN = 2;

    private static final int ODB_HPLMN_APN = 3;
    private static final int ODB_VPLMN_APN = 4;

    /** Categories 0 to 8 of table 7.3.30/1. */
    private static final long ENFORCEABLE = (1L << 9) - 1;

    /** What is provisioned. */
    public static Barring of(Profile.Barring provisioned) {
        return new Barring(
                provisioned.operatorDetermined().orElse(0), provisioned.hplmn().orElse(0));
    }

    /** The categories that a node with these features enforces; only these are sent to it (7.3.10). */
    public long enforcedBy(SupportedFeatures features) {
        return categories & ENFORCEABLE & features.list1().orElse(0L);
    }

    /**
     * The reason, as an Error-Diagnostic, not to admit the subscriber: a barring of packet services applies that the node would not
     * enforce (7.3.10: the HSS may reject the location update). Empty when there is none.
     *
     * @param roaming whether the node is in another network than the home's; the barring of access points concerns roamers only
     */
    public OptionalInt unenforced(SupportedFeatures features, boolean roaming) {
        if (isUnenforced(Feature.ODB_ALL_APN, features)) {
            return OptionalInt.of(ODB_ALL_APN);
        }
        if (roaming && isUnenforced(Feature.ODB_HPLMN_APN, features)) {
            return OptionalInt.of(ODB_HPLMN_APN);
        }
        if (roaming && isUnenforced(Feature.ODB_VPLMN_APN, features)) {
            return OptionalInt.of(ODB_VPLMN_APN);
        }
        return OptionalInt.empty();
    }

    private boolean isUnenforced(Feature category, SupportedFeatures features) {
        return (categories & category.mask()) != 0 && !features.has(category);
    }
}
