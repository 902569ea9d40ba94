// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** The version that PyHSS gives its schema. */
@Entity
@Table(name = "database_schema_version")
public class SchemaVersionRow extends Row {

    @Id
    @Column(name = "upgrade_id", nullable = false)
    public int upgradeId;

    @Column(name = "comment", length = 512)
    public @Nullable String comment;

    @Override
    public Object key() {
        return upgradeId;
    }
}
