// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jhss.platform.config.DatabaseConfig;

/** PostgreSQL by its own pg_dump and pg_restore. */
final class PostgresCopier implements Copier {

    private static final String PASSWORD = "PGPASSWORD";

    private final DatabaseConfig config;

    PostgresCopier(DatabaseConfig config) {
        this.config = config;
    }

    @Override
    public void copy(Path file) throws IOException {
        var arguments = server();
        arguments.addAll(List.of("--format=custom", "--no-owner", "--file=" + file));
        tool("pg_dump").run(Optional.empty(), arguments);
    }

    @Override
    public void verify(Path file) throws IOException {
        tool("pg_restore").run(Optional.empty(), List.of("--list", file.toString()));
    }

    @Override
    public void restore(Path file) throws IOException {
        var arguments = server();
        arguments.addAll(List.of(
                "--clean", "--if-exists", "--no-owner", "--single-transaction", "--exit-on-error", file.toString()));
        tool("pg_restore").run(Optional.empty(), arguments);
    }

    private Tool tool(String name) throws IOException {
        return Tool.find(List.of(name), PASSWORD, config.password().reveal());
    }

    private List<String> server() {
        var arguments = new ArrayList<String>();
        arguments.add("--host=" + config.server());
        config.port().ifPresent(port -> arguments.add("--port=" + port));
        arguments.add("--username=" + config.username());
        arguments.add("--dbname=" + config.database());
        arguments.add("--no-password");
        return arguments;
    }
}
