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

/** A subscriber of the IMS. */
@Entity
@Table(name = "ims_subscriber")
public class ImsSubscriberRow extends Row {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "ims_subscriber_id", nullable = false)
    public @Nullable Integer imsSubscriberId;

    @Column(name = "msisdn", length = 18)
    public @Nullable String msisdn;

    @Column(name = "msisdn_list", length = 1200)
    public @Nullable String msisdnList;

    @Column(name = "imsi", length = 18)
    public @Nullable String imsi;

    @Column(name = "ifc_path", length = 512)
    public @Nullable String ifcPath;

    @Column(name = "pcscf", length = 512)
    public @Nullable String pcscf;

    @Column(name = "pcscf_realm", length = 512)
    public @Nullable String pcscfRealm;

    @Column(name = "pcscf_active_session", length = 512)
    public @Nullable String pcscfActiveSession;

    @Column(name = "pcscf_timestamp")
    public @Nullable Instant pcscfTimestamp;

    @Column(name = "pcscf_peer", length = 512)
    public @Nullable String pcscfPeer;

    @Column(name = "xcap_profile", columnDefinition = "TEXT")
    public @Nullable String xcapProfile;

    @Column(name = "sh_profile", columnDefinition = "TEXT")
    public @Nullable String shProfile;

    @Column(name = "scscf", length = 512)
    public @Nullable String scscf;

    @Column(name = "scscf_timestamp")
    public @Nullable Instant scscfTimestamp;

    @Column(name = "scscf_realm", length = 512)
    public @Nullable String scscfRealm;

    @Column(name = "scscf_peer", length = 512)
    public @Nullable String scscfPeer;

    @Column(name = "sh_template_path", length = 512)
    public @Nullable String shTemplatePath;

    @Column(name = "last_modified", length = 100)
    public @Nullable String lastModified;

    @Override
    public Object key() {
        return Objects.requireNonNull(imsSubscriberId, "not stored yet");
    }
}
