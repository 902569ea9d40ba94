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

/** A fixed address of a subscriber at an APN. */
@Entity
@Table(name = "subscriber_routing")
public class SubscriberRoutingRow extends Row {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "subscriber_routing_id", nullable = false)
    public @Nullable Integer subscriberRoutingId;

    @Column(name = "subscriber_id")
    public @Nullable Integer subscriberId;

    @Column(name = "apn_id")
    public @Nullable Integer apnId;

    @Column(name = "ip_version")
    public @Nullable Integer ipVersion = 0;

    @Column(name = "ip_address", length = 254)
    public @Nullable String ipAddress;

    @Column(name = "last_modified", length = 100)
    public @Nullable String lastModified;

    @Override
    public Object key() {
        return Objects.requireNonNull(subscriberRoutingId, "not stored yet");
    }
}
