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

/** A rule of the equipment register. */
@Entity
@Table(name = "eir")
public class EirRow extends Row {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "eir_id", nullable = false)
    public @Nullable Integer eirId;

    @Column(name = "imei", length = 60)
    public @Nullable String imei;

    @Column(name = "imsi", length = 60)
    public @Nullable String imsi;

    @Column(name = "regex_mode")
    public @Nullable Integer regexMode = 1;

    @Column(name = "match_response_code")
    public @Nullable Integer matchResponseCode;

    @Column(name = "last_modified", length = 100)
    public @Nullable String lastModified;

    @Override
    public Object key() {
        return Objects.requireNonNull(eirId, "not stored yet");
    }
}
