// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.originated;

import java.util.Locale;
import java.util.Optional;
import org.jhss.diameter.dictionary.S6aFlags.Idr;
import org.jhss.hss.s6a.features.Feature;

/** What an Insert-Subscriber-Data-Request asks of a node, or has it do, by the bits of IDR-Flags (TS 29.272 7.3.103). */
public enum NodeQuery {
    /** Tell by a Notify-Request when the terminal can be reached. */
    REACHABILITY(Idr.UE_REACHABILITY_REQUEST, Feature.UE_REACHABILITY_NOTIFICATION),
    /** Whether voice over IMS is supported where the terminal is, for terminating access domain selection. */
    T_ADS(Idr.T_ADS_DATA_REQUEST, Feature.T_ADS_DATA_RETRIEVAL),
    STATE(Idr.EPS_USER_STATE_REQUEST, Feature.STATE_LOCATION_INFORMATION_RETRIEVAL),
    /** The location that the node knows. */
    LOCATION(Idr.EPS_LOCATION_INFORMATION_REQUEST, Feature.STATE_LOCATION_INFORMATION_RETRIEVAL),
    /** The location after paging the terminal. */
    CURRENT_LOCATION(
            Idr.EPS_LOCATION_INFORMATION_REQUEST | Idr.CURRENT_LOCATION_REQUEST,
            Feature.STATE_LOCATION_INFORMATION_RETRIEVAL),
    /** The access, with the location: the flag means nothing without that. */
    RAT_TYPE(
            Idr.EPS_LOCATION_INFORMATION_REQUEST | Idr.RAT_TYPE_REQUESTED,
            Feature.STATE_LOCATION_INFORMATION_RETRIEVAL),
    TIME_ZONE(Idr.LOCAL_TIME_ZONE_REQUEST, Feature.LOCAL_TIME_ZONE_RETRIEVAL),
    /** The MME is no longer registered for SMS. */
    REMOVE_SMS_REGISTRATION(Idr.REMOVE_SMS_REGISTRATION, Feature.SMS_IN_MME),
    /** Have the terminal find another P-CSCF (TS 23.380 5.4). */
    P_CSCF_RESTORATION(Idr.P_CSCF_RESTORATION_REQUEST, Feature.P_CSCF_RESTORATION);

    private final int flags;
    private final Feature feature;

    NodeQuery(int flags, Feature feature) {
        this.flags = flags;
        this.feature = feature;
    }

    int flags() {
        return flags;
    }

    /** The feature that a node has which understands this. */
    Feature feature() {
        return feature;
    }

    /** The name in calls: lower case with hyphens. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The query of that name. */
    public static Optional<NodeQuery> named(String label) {
        for (var query : values()) {
            if (query.label().equals(label)) {
                return Optional.of(query);
            }
        }
        return Optional.empty();
    }
}
