// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The whole system as {@code ./jhss up} starts it, with the shipped configuration, in a folder and on ports of its own. */
public final class LaunchedSystem implements AutoCloseable {

    private final Path directory;
    private final Map<String, String> environment = new HashMap<>();
    private final Duration startTime;

    private LaunchedSystem(Path directory) {
        this.directory = directory;
        environment.put("JHSS_HOME", Home.directory().toString());
        environment.put("JHSS_NO_BUILD", "yes");
        environment.put("JHSS_VAR", directory.toString());
        environment.put("JHSS_RUN_DIR", directory.resolve("run").toString());
        environment.put("JHSS_LOG_DIR", directory.resolve("log").toString());
        environment.put("JHSS_CONFIG", Home.directory().resolve("config.yaml").toString());
        environment.put("DATABASE_NAME", directory.resolve("hss.db").toString());
        environment.put("HSS_BIND_PORT", Integer.toString(Ports.free()));
        environment.put("REDIS_PORT", Integer.toString(Ports.free()));
        long start = System.nanoTime();
        launcher("up");
        startTime = Duration.ofNanos(System.nanoTime() - start);
    }

    /** Starts it, empty. */
    public static LaunchedSystem up() {
        try {
            return new LaunchedSystem(Files.createTempDirectory("jhss-up"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From the command's start to its end, which is when all is ready. */
    public Duration startTime() {
        return startTime;
    }

    /** Resident memory of each process with its children in MiB; shared pages count in proportion. */
    public Map<String, Long> memory() {
        var memory = new TreeMap<String, Long>();
        try (var files = Files.newDirectoryStream(directory.resolve("run"), "*.pid")) {
            for (var file : files) {
                var name = file.getFileName().toString().replace(".pid", "");
                memory.put(
                        name,
                        ProcFs.residentMegabytes(
                                Long.parseLong(Files.readString(file).strip())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return memory;
    }

    /** {@code ./jhss down}. */
    @Override
    public void close() {
        launcher("down");
        try {
            Folders.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void launcher(String command) {
        Commands.run(directory, List.of(Home.launcher().toString(), command), environment);
    }
}
