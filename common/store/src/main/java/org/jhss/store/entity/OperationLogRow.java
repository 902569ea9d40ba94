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

/** A change that was made by provisioning. */
@Entity
@Table(name = "operation_log")
public class OperationLogRow extends Row {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id", nullable = false)
    public @Nullable Integer id;

    @Column(name = "item_id", nullable = false)
    public int itemId;

    @Column(name = "operation_id", length = 36, nullable = false)
    public String operationId = "";

    @Column(name = "operation", length = 10)
    public @Nullable String operation;

    @Column(name = "changes", columnDefinition = "TEXT")
    public @Nullable String changes;

    @Column(name = "last_modified", length = 100)
    public @Nullable String lastModified;

    @Column(name = "timestamp")
    public @Nullable Instant timestamp;

    @Column(name = "table_name", length = 255)
    public @Nullable String tableName;

    @Column(name = "apn_id")
    public @Nullable Integer apnId;

    @Column(name = "subscriber_routing_id")
    public @Nullable Integer subscriberRoutingId;

    @Column(name = "serving_apn_id")
    public @Nullable Integer servingApnId;

    @Column(name = "auc_id")
    public @Nullable Integer aucId;

    @Column(name = "subscriber_id")
    public @Nullable Integer subscriberId;

    @Column(name = "ims_subscriber_id")
    public @Nullable Integer imsSubscriberId;

    @Column(name = "roaming_rule_id")
    public @Nullable Integer roamingRuleId;

    @Column(name = "roaming_network_id")
    public @Nullable Integer roamingNetworkId;

    @Column(name = "emergency_subscriber_id")
    public @Nullable Integer emergencySubscriberId;

    @Column(name = "charging_rule_id")
    public @Nullable Integer chargingRuleId;

    @Column(name = "tft_id")
    public @Nullable Integer tftId;

    @Column(name = "eir_id")
    public @Nullable Integer eirId;

    @Column(name = "imsi_imei_history_id")
    public @Nullable Integer imsiImeiHistoryId;

    @Column(name = "subscriber_attributes_id")
    public @Nullable Integer subscriberAttributesId;

    @Override
    public Object key() {
        return Objects.requireNonNull(id, "not stored yet");
    }
}
