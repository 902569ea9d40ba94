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

/** The keys of a SIM. */
@Entity
@Table(name = "auc")
public class AucRow extends Row {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "auc_id", nullable = false)
    public @Nullable Integer aucId;

    @Column(name = "ki", length = 32, nullable = false)
    public String ki = "";

    @Column(name = "opc", length = 32, nullable = false)
    public String opc = "";

    @Column(name = "amf", length = 4, nullable = false)
    public String amf = "";

    @Column(name = "sqn", updatable = false)
    public @Nullable Long sqn;

    @Column(name = "iccid", length = 20)
    public @Nullable String iccid;

    @Column(name = "imsi", length = 18)
    public @Nullable String imsi;

    @Column(name = "batch_name", length = 20)
    public @Nullable String batchName;

    @Column(name = "sim_vendor", length = 20)
    public @Nullable String simVendor;

    @Column(name = "esim")
    public @Nullable Boolean esim = false;

    @Column(name = "lpa", length = 128)
    public @Nullable String lpa;

    @Column(name = "pin1", length = 20)
    public @Nullable String pin1;

    @Column(name = "pin2", length = 20)
    public @Nullable String pin2;

    @Column(name = "puk1", length = 20)
    public @Nullable String puk1;

    @Column(name = "puk2", length = 20)
    public @Nullable String puk2;

    @Column(name = "kid", length = 20)
    public @Nullable String kid;

    @Column(name = "psk", length = 128)
    public @Nullable String psk;

    @Column(name = "des", length = 128)
    public @Nullable String des;

    @Column(name = "adm1", length = 20)
    public @Nullable String adm1;

    @Column(name = "algo", length = 20)
    public @Nullable String algo = "3";

    @Column(name = "misc1", length = 128)
    public @Nullable String misc1;

    @Column(name = "misc2", length = 128)
    public @Nullable String misc2;

    @Column(name = "misc3", length = 128)
    public @Nullable String misc3;

    @Column(name = "misc4", length = 128)
    public @Nullable String misc4;

    @Column(name = "last_modified", length = 100)
    public @Nullable String lastModified;

    @Override
    public Object key() {
        return Objects.requireNonNull(aucId, "not stored yet");
    }
}
