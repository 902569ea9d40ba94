// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The device an IMSI is in. */
@Entity
@Table(name = "jhss_device")
public class DeviceRow extends Row {

    @Id
    @Column(name = "imsi", length = 18, nullable = false)
    public String imsi = "";

    @Column(name = "imei", length = 16, nullable = false)
    public String imei = "";

    @Column(name = "software_version", length = 2)
    public @Nullable String softwareVersion;

    @Column(name = "since", nullable = false)
    public Instant since = Instant.EPOCH;

    @Column(name = "last_seen", nullable = false)
    public Instant lastSeen = Instant.EPOCH;

    @Override
    public Object key() {
        return imsi;
    }
}
