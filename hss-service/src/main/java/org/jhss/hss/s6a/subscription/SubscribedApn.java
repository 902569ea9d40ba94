// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.subscription;

import java.util.ArrayList;
import java.util.List;
import org.jhss.hss.s6a.features.Feature;
import org.jhss.hss.s6a.features.SupportedFeatures;
import org.jhss.store.reference.ApnProfile;
import org.jhss.store.work.Profile;

/**
 * An APN of one subscriber.
 *
 * @param contextId Context-Identifier (TS 29.272 7.3.27): the same in every message as long as the subscriber's APN list is
 * @param apn the APN
 */
public record SubscribedApn(int contextId, ApnProfile apn) {

    private static final String WILDCARD = "*";
    private static final int DEFAULT_CONTEXT = 1;

    /**
     * The APNs of {@code profile}: the default one first, then the others in the order of the list, numbered from 1 on. Ids that no
     * APN has count for nothing, as with PyHSS.
     */
    public static List<SubscribedApn> of(Profile profile, ApnCatalogue catalogue) {
        return of(profile.defaultApn(), profile.apns(), catalogue);
    }

    /** The same of the APNs with these ids. */
    public static List<SubscribedApn> of(int defaultApn, List<Integer> apns, ApnCatalogue catalogue) {
        var found = new ArrayList<SubscribedApn>(apns.size());
        add(found, defaultApn, catalogue);
        boolean defaultSeen = false;
        for (int id : apns) {
            if (id == defaultApn && !defaultSeen) {
                defaultSeen = true;
            } else {
                add(found, id, catalogue);
            }
        }
        return found;
    }

    private static void add(List<SubscribedApn> found, int id, ApnCatalogue catalogue) {
        catalogue.apn(id).ifPresent(apn -> found.add(new SubscribedApn(found.size() + 1, apn)));
    }

    /** Whether nodes know it as the default one, which none may lose (TS 29.272 5.2.2.2.3). */
    public boolean isDefault() {
        return contextId == DEFAULT_CONTEXT;
    }

    PdnType pdnType() {
        return PdnType.of(apn.pdnType());
    }

    /** Whether it stands for every APN that is not subscribed by name (TS 23.003 9.2.1). */
    public boolean isWildcard() {
        return apn.name().equals(WILDCARD);
    }

    /** Whether its gateway is provisioned, and none that a node notifies replaces it (TS 29.272 7.3.44). */
    public boolean hasStaticGateway() {
        return PdnGatewayInfo.isStatic(apn);
    }

    /** Whether a node with these features can use it: a non-IP APN goes to those only that know such (7.3.10). */
    boolean isUsableWith(SupportedFeatures features) {
        return pdnType() != PdnType.NON_IP || features.has(Feature.NON_IP_PDN_TYPE_APNS);
    }
}
