// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.backup;

import java.io.IOException;
import java.nio.file.Path;
import org.jhss.store.database.SqliteFile;

/** SQLite, which needs no program of its own. */
final class SqliteCopier implements Copier {

    private final SqliteFile database;

    SqliteCopier(Path database) {
        this.database = new SqliteFile(database);
    }

    @Override
    public void copy(Path file) throws IOException {
        database.copy(file);
    }

    @Override
    public void verify(Path file) throws IOException {
        SqliteFile.verify(file);
    }

    @Override
    public void restore(Path file) throws IOException {
        database.restore(file);
    }
}
