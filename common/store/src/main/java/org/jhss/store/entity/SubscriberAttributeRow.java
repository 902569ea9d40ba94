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

/** A free attribute of a subscriber. */
@Entity
@Table(name = "subscriber_attributes")
public class SubscriberAttributeRow extends Row {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "subscriber_attributes_id", nullable = false)
    public @Nullable Integer subscriberAttributesId;

    @Column(name = "subscriber_id", nullable = false)
    public int subscriberId;

    @Column(name = "`key`", length = 60)
    public @Nullable String key;

    @Column(name = "last_modified", length = 100)
    public @Nullable String lastModified;

    @Column(name = "value", length = 12000)
    public @Nullable String value;

    @Override
    public Object key() {
        return Objects.requireNonNull(subscriberAttributesId, "not stored yet");
    }
}
