// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A notified PDN gateway. */
@Entity
@Table(name = "jhss_pdn_gw")
@IdClass(PdnGatewayRow.Key.class)
public class PdnGatewayRow extends Row {

    @Id
    @Column(name = "subscriber_id", nullable = false)
    public int subscriberId;

    @Id
    @Column(name = "apn", length = 100, nullable = false)
    public String apn = "";

    @Column(name = "context_id")
    public @Nullable Integer contextId;

    @Column(name = "host", length = 255)
    public @Nullable String host;

    @Column(name = "realm", length = 255)
    public @Nullable String realm;

    @Column(name = "address", length = 45)
    public @Nullable String address;

    @Column(name = "address_2", length = 45)
    public @Nullable String address2;

    @Column(name = "visited_plmn", length = 6)
    public @Nullable String visitedPlmn;

    @Column(name = "updated_at", nullable = false)
    public Instant updatedAt = Instant.EPOCH;

    /** Its primary key. */
    public record Key(int subscriberId, String apn) {}

    @Override
    public Object key() {
        return new Key(subscriberId, apn);
    }
}
