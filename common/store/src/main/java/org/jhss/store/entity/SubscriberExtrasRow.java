// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What jHSS adds to a subscriber. */
@Entity
@Table(name = "jhss_subscriber")
public class SubscriberExtrasRow extends Row {

    @Id
    @Column(name = "subscriber_id", nullable = false)
    public int subscriberId;

    @Column(name = "operator_determined_barring")
    public @Nullable Long operatorDeterminedBarring;

    @Column(name = "hplmn_odb")
    public @Nullable Long hplmnOdb;

    @Column(name = "access_restriction")
    public @Nullable Long accessRestriction;

    @Column(name = "core_network_restrictions")
    public @Nullable Long coreNetworkRestrictions;

    @Column(name = "stn_sr", length = 20)
    public @Nullable String stnSr;

    @Column(name = "a_msisdn", length = 20)
    public @Nullable String aMsisdn;

    @Column(name = "ics_indicator")
    public @Nullable Boolean icsIndicator;

    @Column(name = "regional_zone_codes", length = 255)
    public @Nullable String regionalZoneCodes;

    @Column(name = "rfsp_index")
    public @Nullable Integer rfspIndex;

    @Column(name = "charging_characteristics", length = 4)
    public @Nullable String chargingCharacteristics;

    @Column(name = "apn_oi_replacement", length = 255)
    public @Nullable String apnOiReplacement;

    @Column(name = "ue_usage_type")
    public @Nullable Integer ueUsageType;

    @Column(name = "ue_ambr_dl_kbps")
    public @Nullable Long ueAmbrDlKbps;

    @Column(name = "ue_ambr_ul_kbps")
    public @Nullable Long ueAmbrUlKbps;

    @Column(name = "external_identifier", length = 255)
    public @Nullable String externalIdentifier;

    @Column(name = "mps_priority")
    public @Nullable Long mpsPriority;

    @Column(name = "subscribed_vsrvcc")
    public @Nullable Integer subscribedVsrvcc;

    @Column(name = "relay_node")
    public @Nullable Boolean relayNode;

    @Column(name = "sms_in_mme")
    public @Nullable Boolean smsInMme;

    @Column(name = "ue_reachability_requested", updatable = false)
    public @Nullable Boolean ueReachabilityRequested;

    @Column(name = "updated_at")
    public @Nullable Instant updatedAt;

    @Override
    public Object key() {
        return subscriberId;
    }
}
