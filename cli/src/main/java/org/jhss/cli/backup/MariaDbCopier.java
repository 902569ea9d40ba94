// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.backup;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jhss.platform.config.DatabaseConfig;

/** MariaDB and MySQL by their own dump program and client. */
final class MariaDbCopier implements Copier {

    private static final String PASSWORD = "MYSQL_PWD";
    private static final String END = "-- Dump completed";
    private static final int TAIL = 200;

    private final DatabaseConfig config;

    MariaDbCopier(DatabaseConfig config) {
        this.config = config;
    }

    @Override
    public void copy(Path file) throws IOException {
        var arguments = server();
        arguments.addAll(List.of("--single-transaction", "--quick", "--result-file=" + file, config.database()));
        tool(List.of("mariadb-dump", "mysqldump")).run(Optional.empty(), arguments);
    }

    /** The dump program writes a last line when it got through. */
    @Override
    public void verify(Path file) throws IOException {
        try (var content = new RandomAccessFile(file.toFile(), "r")) {
            var tail = new byte[(int) Math.min(TAIL, content.length())];
            content.seek(content.length() - tail.length);
            content.readFully(tail);
            if (!new String(tail, StandardCharsets.UTF_8).contains(END)) {
                throw new IOException(file + " is no complete dump: its last line is missing");
            }
        }
    }

    @Override
    public void restore(Path file) throws IOException {
        var arguments = server();
        arguments.add(config.database());
        tool(List.of("mariadb", "mysql")).run(Optional.of(file), arguments);
    }

    private Tool tool(List<String> names) throws IOException {
        return Tool.find(names, PASSWORD, config.password().reveal());
    }

    private List<String> server() {
        var arguments = new ArrayList<String>();
        arguments.add("--host=" + config.server());
        config.port().ifPresent(port -> arguments.add("--port=" + port));
        arguments.add("--user=" + config.username());
        return arguments;
    }
}
