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

/** A flow of a charging rule. */
@Entity
@Table(name = "tft")
public class TftRow extends Row {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "tft_id", nullable = false)
    public @Nullable Integer tftId;

    @Column(name = "tft_group_id", nullable = false)
    public int tftGroupId;

    @Column(name = "tft_string", length = 100, nullable = false)
    public String tftString = "";

    @Column(name = "direction", nullable = false)
    public int direction;

    @Column(name = "last_modified", length = 100)
    public @Nullable String lastModified;

    @Override
    public Object key() {
        return Objects.requireNonNull(tftId, "not stored yet");
    }
}
