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

/** A session of someone who calls for help. */
@Entity
@Table(name = "emergency_subscriber")
public class EmergencySubscriberRow extends Row {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "emergency_subscriber_id", nullable = false)
    public @Nullable Integer emergencySubscriberId;

    @Column(name = "imsi", length = 18)
    public @Nullable String imsi;

    @Column(name = "serving_pgw", length = 512)
    public @Nullable String servingPgw;

    @Column(name = "serving_pgw_timestamp", length = 512)
    public @Nullable String servingPgwTimestamp;

    @Column(name = "serving_pcscf", length = 512)
    public @Nullable String servingPcscf;

    @Column(name = "serving_pcscf_timestamp", length = 512)
    public @Nullable String servingPcscfTimestamp;

    @Column(name = "gx_origin_realm", length = 512)
    public @Nullable String gxOriginRealm;

    @Column(name = "gx_origin_host", length = 512)
    public @Nullable String gxOriginHost;

    @Column(name = "rat_type", length = 512)
    public @Nullable String ratType;

    @Column(name = "ip", length = 512)
    public @Nullable String ip;

    @Column(name = "access_network_gateway_address", length = 512)
    public @Nullable String accessNetworkGatewayAddress;

    @Column(name = "access_network_charging_address", length = 512)
    public @Nullable String accessNetworkChargingAddress;

    @Column(name = "last_modified", length = 100)
    public @Nullable String lastModified;

    @Override
    public Object key() {
        return Objects.requireNonNull(emergencySubscriberId, "not stored yet");
    }
}
