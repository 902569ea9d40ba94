// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.backup;

import java.io.IOException;
import java.nio.file.Path;
import org.jhss.platform.config.DatabaseConfig;

/** Copies one kind of database to a file and back. */
interface Copier {

    /** The copier for the configured database. */
    static Copier of(DatabaseConfig config) {
        return switch (config.type()) {
            case SQLITE -> new SqliteCopier(Path.of(config.database()));
            case POSTGRESQL -> new PostgresCopier(config);
            case MYSQL, MARIADB -> new MariaDbCopier(config);
        };
    }

    /**
     * Copies the database, while services run, as it is at one moment.
     *
     * @param file exists and is empty
     */
    void copy(Path file) throws IOException;

    /**
     * Checks a copy.
     *
     * @throws IOException when it is damaged, or none of such a database
     */
    void verify(Path file) throws IOException;

    /** Puts a copy that was verified in the place of what is in the database. */
    void restore(Path file) throws IOException;
}
