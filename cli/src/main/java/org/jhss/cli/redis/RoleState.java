// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.redis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.ObjectMapper;

/** The state file by which the launcher knows how a process is: flat JSON at {@code JHSS_RUN_DIR/JHSS_PROCESS.json}. */
final class RoleState {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Optional<Path> file;

    private RoleState(Optional<Path> file) {
        this.file = file;
    }

    /** The state file that the environment names; without both variables nothing is written. */
    static RoleState of(Map<String, String> environment) {
        return new RoleState(Optional.ofNullable(environment.get("JHSS_RUN_DIR"))
                .flatMap(directory -> Optional.ofNullable(environment.get("JHSS_PROCESS"))
                        .map(name -> Path.of(directory, name + ".json"))));
    }

    void ready(String summary) throws IOException {
        write("READY", "summary", summary);
    }

    void failed(String reason) throws IOException {
        write("FAILED", "reason", reason);
    }

    private void write(String state, String field, String text) throws IOException {
        if (file.isEmpty()) {
            return;
        }
        var target = file.get();
        var draft = target.resolveSibling(target.getFileName() + ".part");
        Files.createDirectories(target.toAbsolutePath().getParent());
        Files.writeString(draft, JSON.writeValueAsString(new TreeMap<>(Map.of("state", state, field, text))) + "\n");
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
