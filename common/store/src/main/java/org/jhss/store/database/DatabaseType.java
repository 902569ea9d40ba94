// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.database;

import java.util.Arrays;
import java.util.Optional;

/** The databases that jHSS runs on; {@code database.db_type} names them. */
public enum DatabaseType {
    SQLITE("sqlite", "org.sqlite.JDBC"),
    POSTGRESQL("postgresql", "org.postgresql.Driver"),
    /** MySQL and MariaDB, both through MariaDB's driver. */
    MYSQL("mysql", "org.mariadb.jdbc.Driver");

    private final String configName;
    private final String driver;

    DatabaseType(String configName, String driver) {
        this.configName = configName;
        this.driver = driver;
    }

    /** The value of {@code database.db_type} and the directory of its migrations. */
    public String configName() {
        return configName;
    }

    String driver() {
        return driver;
    }

    /** The type that {@code database.db_type} names, exactly as PyHSS spells it; {@code mariadb} is taken as {@code mysql}. */
    public static Optional<DatabaseType> of(String configName) {
        return "mariadb".equals(configName)
                ? Optional.of(MYSQL)
                : Arrays.stream(values())
                        .filter(type -> type.configName.equals(configName))
                        .findFirst();
    }
}
