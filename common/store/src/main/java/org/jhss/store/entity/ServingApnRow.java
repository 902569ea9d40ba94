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

/** A session at a PDN gateway. */
@Entity
@Table(name = "serving_apn")
public class ServingApnRow extends Row {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "serving_apn_id", nullable = false)
    public @Nullable Integer servingApnId;

    @Column(name = "subscriber_id")
    public @Nullable Integer subscriberId;

    @Column(name = "apn")
    public @Nullable Integer apn;

    @Column(name = "pcrf_session_id", length = 100)
    public @Nullable String pcrfSessionId;

    @Column(name = "subscriber_routing", length = 100)
    public @Nullable String subscriberRouting;

    @Column(name = "ip_version")
    public @Nullable Integer ipVersion = 0;

    @Column(name = "serving_pgw", length = 512)
    public @Nullable String servingPgw;

    @Column(name = "serving_pgw_timestamp")
    public @Nullable Instant servingPgwTimestamp;

    @Column(name = "serving_pgw_realm", length = 512)
    public @Nullable String servingPgwRealm;

    @Column(name = "serving_pgw_peer", length = 512)
    public @Nullable String servingPgwPeer;

    @Column(name = "last_modified", length = 100)
    public @Nullable String lastModified;

    @Override
    public Object key() {
        return Objects.requireNonNull(servingApnId, "not stored yet");
    }
}
