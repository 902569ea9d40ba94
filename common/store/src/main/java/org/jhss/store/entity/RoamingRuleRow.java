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

/** Whether to allow roaming into a network. */
@Entity
@Table(name = "roaming_rule")
public class RoamingRuleRow extends Row {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "roaming_rule_id", nullable = false)
    public @Nullable Integer roamingRuleId;

    @Column(name = "roaming_network_id")
    public @Nullable Integer roamingNetworkId;

    @Column(name = "allow")
    public @Nullable Boolean allow = true;

    @Column(name = "enabled")
    public @Nullable Boolean enabled = true;

    @Column(name = "last_modified", length = 100)
    public @Nullable String lastModified;

    @Override
    public Object key() {
        return Objects.requireNonNull(roamingRuleId, "not stored yet");
    }
}
