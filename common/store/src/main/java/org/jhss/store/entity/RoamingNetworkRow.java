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

/** A network to roam into. */
@Entity
@Table(name = "roaming_network")
public class RoamingNetworkRow extends Row {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "roaming_network_id", nullable = false)
    public @Nullable Integer roamingNetworkId;

    @Column(name = "name", length = 512)
    public @Nullable String name;

    @Column(name = "preference")
    public @Nullable Integer preference = 1;

    @Column(name = "mcc", length = 100)
    public @Nullable String mcc;

    @Column(name = "mnc", length = 100)
    public @Nullable String mnc;

    @Column(name = "last_modified", length = 100)
    public @Nullable String lastModified;

    @Override
    public Object key() {
        return Objects.requireNonNull(roamingNetworkId, "not stored yet");
    }
}
