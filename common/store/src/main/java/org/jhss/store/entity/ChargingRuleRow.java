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

/** A predefined charging rule. */
@Entity
@Table(name = "charging_rule")
public class ChargingRuleRow extends Row {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "charging_rule_id", nullable = false)
    public @Nullable Integer chargingRuleId;

    @Column(name = "rule_name", length = 20)
    public @Nullable String ruleName;

    @Column(name = "qci")
    public @Nullable Integer qci = 9;

    @Column(name = "arp_priority")
    public @Nullable Integer arpPriority = 4;

    @Column(name = "arp_preemption_capability")
    public @Nullable Boolean arpPreemptionCapability = false;

    @Column(name = "arp_preemption_vulnerability")
    public @Nullable Boolean arpPreemptionVulnerability = true;

    @Column(name = "mbr_dl", nullable = false)
    public int mbrDl;

    @Column(name = "mbr_ul", nullable = false)
    public int mbrUl;

    @Column(name = "gbr_dl", nullable = false)
    public int gbrDl;

    @Column(name = "gbr_ul", nullable = false)
    public int gbrUl;

    @Column(name = "tft_group_id")
    public @Nullable Integer tftGroupId;

    @Column(name = "precedence")
    public @Nullable Integer precedence;

    @Column(name = "rating_group")
    public @Nullable Integer ratingGroup;

    @Column(name = "last_modified", length = 100)
    public @Nullable String lastModified;

    @Override
    public Object key() {
        return Objects.requireNonNull(chargingRuleId, "not stored yet");
    }
}
