// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A registration at an MME or SGSN. */
@Entity
@Table(name = "jhss_serving_node")
@IdClass(ServingNodeRow.Key.class)
public class ServingNodeRow extends Row {

    @Id
    @Column(name = "subscriber_id", nullable = false)
    public int subscriberId;

    @Id
    @Column(name = "node_type", nullable = false)
    public short nodeType;

    @Column(name = "host", length = 255, nullable = false)
    public String host = "";

    @Column(name = "realm", length = 255)
    public @Nullable String realm;

    @Column(name = "peer", length = 512)
    public @Nullable String peer;

    @Column(name = "connection", length = 128)
    public @Nullable String connection;

    @Column(name = "registered_at", nullable = false)
    public Instant registeredAt = Instant.EPOCH;

    @Column(name = "purged", nullable = false)
    public boolean purged;

    @Column(name = "ulr_flags", nullable = false)
    public long ulrFlags;

    @Column(name = "rat_type")
    public @Nullable Integer ratType;

    @Column(name = "visited_plmn", length = 6)
    public @Nullable String visitedPlmn;

    @Column(name = "features_1", nullable = false)
    public long features1;

    @Column(name = "features_2", nullable = false)
    public long features2;

    @Column(name = "ue_srvcc")
    public @Nullable Integer ueSrvcc;

    @Column(name = "homogeneous_ims_voice")
    public @Nullable Integer homogeneousImsVoice;

    @Column(name = "imei", length = 16)
    public @Nullable String imei;

    @Column(name = "software_version", length = 2)
    public @Nullable String softwareVersion;

    @Column(name = "sms_registered", nullable = false)
    public boolean smsRegistered;

    @Column(name = "mme_number", length = 20)
    public @Nullable String mmeNumber;

    @Column(name = "sgsn_number", length = 20)
    public @Nullable String sgsnNumber;

    @Column(name = "gmlc_address", length = 64)
    public @Nullable String gmlcAddress;

    @Column(name = "reachability_requested", nullable = false)
    public boolean reachabilityRequested;

    @Column(name = "ready_for_sm", nullable = false)
    public boolean readyForSm;

    @Column(name = "alert_reason")
    public @Nullable Integer alertReason;

    @Column(name = "alerted_at")
    public @Nullable Instant alertedAt;

    @Column(name = "ue_available_until")
    public @Nullable Instant ueAvailableUntil;

    @Column(name = "area_restricted", nullable = false)
    public boolean areaRestricted;

    /** Its primary key. */
    public record Key(int subscriberId, short nodeType) {}

    @Override
    public Object key() {
        return new Key(subscriberId, nodeType);
    }
}
