// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An APN. */
@Entity
@Table(name = "apn")
public class ApnRow extends Row {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "apn_id", nullable = false)
    public @Nullable Integer apnId;

    @Column(name = "apn", length = 50, nullable = false)
    public String apn = "";

    @Column(name = "ip_version")
    public @Nullable Integer ipVersion = 0;

    @Column(name = "pgw_address", length = 50)
    public @Nullable String pgwAddress;

    @Column(name = "sgw_address", length = 50)
    public @Nullable String sgwAddress;

    @Column(name = "charging_characteristics", length = 4)
    public @Nullable String chargingCharacteristics = "0800";

    @Column(name = "apn_ambr_dl", nullable = false)
    public int apnAmbrDl;

    @Column(name = "apn_ambr_ul", nullable = false)
    public int apnAmbrUl;

    @Column(name = "qci")
    public @Nullable Integer qci = 9;

    @Column(name = "arp_priority")
    public @Nullable Integer arpPriority = 4;

    @Column(name = "arp_preemption_capability")
    public @Nullable Boolean arpPreemptionCapability = false;

    @Column(name = "arp_preemption_vulnerability")
    public @Nullable Boolean arpPreemptionVulnerability = true;

    @Column(name = "charging_rule_list", length = 18)
    public @Nullable String chargingRuleList;

    @Column(name = "nbiot")
    public @Nullable Boolean nbiot;

    @Column(name = "nidd_scef_id", length = 512)
    public @Nullable String niddScefId;

    @Column(name = "nidd_scef_realm", length = 512)
    public @Nullable String niddScefRealm;

    @Column(name = "nidd_mechanism")
    public @Nullable Integer niddMechanism;

    @Column(name = "nidd_rds")
    public @Nullable Integer niddRds;

    @Column(name = "nidd_preferred_data_mode")
    public @Nullable Integer niddPreferredDataMode;

    @Column(name = "last_modified", length = 100)
    public @Nullable String lastModified;

    @Override
    public Object key() {
        return Objects.requireNonNull(apnId, "not stored yet");
    }
}
