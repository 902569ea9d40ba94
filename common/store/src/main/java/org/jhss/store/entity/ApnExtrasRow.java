// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What jHSS adds to an APN. */
@Entity
@Table(name = "jhss_apn")
public class ApnExtrasRow extends Row {

    @Id
    @Column(name = "apn_id", nullable = false)
    public int apnId;

    @Column(name = "vplmn_dynamic_address_allowed")
    public @Nullable Boolean vplmnDynamicAddressAllowed;

    @Column(name = "pdn_gw_allocation_type")
    public @Nullable Integer pdnGwAllocationType;

    @Column(name = "apn_oi_replacement", length = 255)
    public @Nullable String apnOiReplacement;

    @Column(name = "pdn_gw_host", length = 255)
    public @Nullable String pdnGwHost;

    @Column(name = "pdn_gw_realm", length = 255)
    public @Nullable String pdnGwRealm;

    @Column(name = "ambr_dl_kbps")
    public @Nullable Long ambrDlKbps;

    @Column(name = "ambr_ul_kbps")
    public @Nullable Long ambrUlKbps;

    @Column(name = "sipto_permission")
    public @Nullable Integer siptoPermission;

    @Column(name = "lipa_permission")
    public @Nullable Integer lipaPermission;

    @Column(name = "restoration_priority")
    public @Nullable Integer restorationPriority;

    @Column(name = "sipto_local_network_permission")
    public @Nullable Integer siptoLocalNetworkPermission;

    @Column(name = "updated_at")
    public @Nullable Instant updatedAt;

    @Override
    public Object key() {
        return apnId;
    }
}
