// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.rig;

import java.util.Locale;

/** The databases that a rig runs on. */
public enum DatabaseKind {
    SQLITE("SQLite"),
    POSTGRESQL("PostgreSQL"),
    MARIADB("MariaDB");

    private final String label;

    DatabaseKind(String label) {
        this.label = label;
    }

    /** Its name as its makers write it. */
    public String label() {
        return label;
    }

    /** Its name in {@code database.db_type}. */
    public String configName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
