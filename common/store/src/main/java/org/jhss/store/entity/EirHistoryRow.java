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

/** A subscriber once seen in a device. */
@Entity
@Table(name = "eir_history")
public class EirHistoryRow extends Row {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "imsi_imei_history_id", nullable = false)
    public @Nullable Integer imsiImeiHistoryId;

    @Column(name = "imsi_imei", length = 60)
    public @Nullable String imsiImei;

    @Column(name = "match_response_code")
    public @Nullable Integer matchResponseCode;

    @Column(name = "imsi_imei_timestamp")
    public @Nullable Instant imsiImeiTimestamp;

    @Column(name = "last_modified", length = 100)
    public @Nullable String lastModified;

    @Override
    public Object key() {
        return Objects.requireNonNull(imsiImeiHistoryId, "not stored yet");
    }
}
