// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.rig;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.jhss.store.database.DatabaseSettings;

/** The database of a rig. */
public sealed interface RigDatabase permits SqliteDatabase, ServerDatabase {

    DatabaseKind kind();

    /** How the store reaches it. */
    DatabaseSettings settings();

    /** Its part of the section {@code database} of the configuration. */
    Map<String, Object> configuration();

    /** A connection of one's own, with auto-commit, for checks. */
    Connection connect() throws SQLException;

    /**
     * The server's process.
     *
     * @throws UnsupportedOperationException for SQLite, which has none
     */
    Node server();

    /** CPU time of the server and its children; none for SQLite, which works inside the services. */
    Duration cpuTime();

    /** Memory of the server and its children in MiB; 0 for SQLite. */
    long residentMegabytes();

    /** Product and version, and the settings that say what a commit means, read from the database. */
    String durability() throws SQLException;

    /** The folder or file that holds the data. */
    Path data();
}
