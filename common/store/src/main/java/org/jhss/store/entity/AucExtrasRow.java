// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What jHSS adds to the keys of a SIM. */
@Entity
@Table(name = "jhss_auc")
public class AucExtrasRow extends Row {

    @Id
    @Column(name = "auc_id", nullable = false)
    public int aucId;

    @Column(name = "algorithm", length = 16, nullable = false)
    public String algorithm = "milenage";

    @Column(name = "milenage_constants", length = 160)
    public @Nullable String milenageConstants;

    @Column(name = "milenage_rotations", length = 10)
    public @Nullable String milenageRotations;

    @Column(name = "keccak_iterations")
    public @Nullable Integer keccakIterations;

    @Column(name = "mac_length")
    public @Nullable Integer macLength;

    @Column(name = "res_length")
    public @Nullable Integer resLength;

    @Column(name = "ck_length")
    public @Nullable Integer ckLength;

    @Column(name = "ik_length")
    public @Nullable Integer ikLength;

    @Column(name = "k", length = 64)
    public @Nullable String k;

    @Column(name = "op", length = 64)
    public @Nullable String op;

    @Column(name = "key_id", length = 64)
    public @Nullable String keyId;

    @Column(name = "k_encrypted")
    public byte @Nullable [] kEncrypted;

    @Column(name = "op_encrypted")
    public byte @Nullable [] opEncrypted;

    @Column(name = "updated_at")
    public @Nullable Instant updatedAt;

    @Override
    public Object key() {
        return aucId;
    }
}
