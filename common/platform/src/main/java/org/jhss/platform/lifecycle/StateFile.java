// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.lifecycle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service leaves for the launcher: flat JSON, one text field a line, in {@code $JHSS_RUN_DIR/$JHSS_PROCESS.json} (the
 * role when {@code JHSS_PROCESS} is not set). Written whole and moved into place, so that a reader never sees half of it.
 */
public final class StateFile {

    private static final Logger LOG = LoggerFactory.getLogger(StateFile.class);
    private static final String DIRECTORY_VARIABLE = "JHSS_RUN_DIR";
    private static final String NAME_VARIABLE = "JHSS_PROCESS";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Path file;
    private final Map<String, String> fields = new LinkedHashMap<>();

    StateFile(Path file, InstanceId instance) {
        this.file = file;
        fields.put("role", instance.role());
        fields.put("instance", instance.value());
        fields.put("pid", Long.toString(ProcessHandle.current().pid()));
        fields.put("started", Instant.now().toString());
    }

    /** The file of this process, when a launcher asks for one. */
    public static Optional<StateFile> of(InstanceId instance, Map<String, String> environment) {
        var directory = environment.getOrDefault(DIRECTORY_VARIABLE, "");
        var name = environment.getOrDefault(NAME_VARIABLE, instance.role());
        return directory.isEmpty()
                ? Optional.empty()
                : Optional.of(new StateFile(Path.of(directory, name + ".json"), instance));
    }

    /**
     * Writes the state.
     *
     * @param summary where it listens, for people
     * @param reason why it failed or is degraded; empty when it is well
     * @param connect what peers connect to; empty when nothing
     */
    public synchronized void write(ServiceState state, String summary, String reason, String connect) {
        fields.put("state", state.name());
        fields.put("since", Instant.now().toString());
        fields.put("summary", summary);
        fields.put("reason", reason);
        fields.put("connect", connect);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var temporary = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(temporary, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(fields) + "\n");
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.atWarn().addKeyValue("file", file).addKeyValue("cause", e).log("the state file cannot be written");
        }
    }
}
