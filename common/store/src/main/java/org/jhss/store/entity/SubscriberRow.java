// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A subscriber of the packet core. */
@Entity
@Table(name = "subscriber")
public class SubscriberRow extends Row {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "subscriber_id", nullable = false)
    public @Nullable Integer subscriberId;

    @Column(name = "imsi", length = 18)
    public @Nullable String imsi;

    @Column(name = "enabled")
    public @Nullable Boolean enabled = true;

    @Column(name = "auc_id", nullable = false)
    public int aucId;

    @Column(name = "default_apn", nullable = false)
    public int defaultApn;

    @Column(name = "apn_list", length = 64, nullable = false)
    public String apnList = "";

    @Column(name = "msisdn", length = 18)
    public @Nullable String msisdn;

    @Column(name = "ue_ambr_dl")
    public @Nullable Integer ueAmbrDl = 999999;

    @Column(name = "ue_ambr_ul")
    public @Nullable Integer ueAmbrUl = 999999;

    @Column(name = "nam")
    public @Nullable Integer nam = 0;

    @Column(name = "roaming_enabled")
    public @Nullable Boolean roamingEnabled = true;

    @Column(name = "roaming_rule_list", length = 512)
    public @Nullable String roamingRuleList;

    @Column(name = "subscribed_rau_tau_timer")
    public @Nullable Integer subscribedRauTauTimer = 300;

    @Column(name = "serving_mme", length = 512, updatable = false)
    public @Nullable String servingMme;

    @Column(name = "serving_mme_timestamp", updatable = false)
    public @Nullable Instant servingMmeTimestamp;

    @Column(name = "serving_mme_realm", length = 512, updatable = false)
    public @Nullable String servingMmeRealm;

    @Column(name = "serving_mme_peer", length = 512, updatable = false)
    public @Nullable String servingMmePeer;

    @Column(name = "serving_msc", length = 512, updatable = false)
    public @Nullable String servingMsc;

    @Column(name = "serving_msc_timestamp", updatable = false)
    public @Nullable Instant servingMscTimestamp;

    @Column(name = "serving_vlr", length = 512, updatable = false)
    public @Nullable String servingVlr;

    @Column(name = "serving_vlr_timestamp", updatable = false)
    public @Nullable Instant servingVlrTimestamp;

    @Column(name = "serving_sgsn", length = 512, updatable = false)
    public @Nullable String servingSgsn;

    @Column(name = "serving_sgsn_timestamp", updatable = false)
    public @Nullable Instant servingSgsnTimestamp;

    @Column(name = "last_seen_eci", length = 64, updatable = false)
    public @Nullable String lastSeenEci;

    @Column(name = "last_seen_enodeb_id", length = 64, updatable = false)
    public @Nullable String lastSeenEnodebId;

    @Column(name = "last_seen_cell_id", length = 64, updatable = false)
    public @Nullable String lastSeenCellId;

    @Column(name = "last_seen_tac", length = 64, updatable = false)
    public @Nullable String lastSeenTac;

    @Column(name = "last_seen_mcc", length = 3, updatable = false)
    public @Nullable String lastSeenMcc;

    @Column(name = "last_seen_mnc", length = 3, updatable = false)
    public @Nullable String lastSeenMnc;

    @Column(name = "last_location_update_timestamp", updatable = false)
    public @Nullable Instant lastLocationUpdateTimestamp;

    @Column(name = "last_modified", length = 100)
    public @Nullable String lastModified;

    @Override
    public Object key() {
        return Objects.requireNonNull(subscriberId, "not stored yet");
    }
}
