// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.dist;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Types {@code ./jhss ...} as a user would, in a directory and on ports of its own. */
final class Launcher {

    /**
     * @param exitCode the command's exit code
     * @param output its standard output and error together
     */
    record Result(int exitCode, String output) {}

    private static final int TIMEOUT_SECONDS = 180;

    private final Path home;
    private final Path directory;
    private final Map<String, String> environment = new HashMap<>();
    private final int diameterPort;
    private final int redisPort;
    private final int apiPort;

    private Launcher(Path home, Path directory, int diameterPort, int redisPort, int apiPort) {
        this.home = home;
        this.directory = directory;
        this.diameterPort = diameterPort;
        this.redisPort = redisPort;
        this.apiPort = apiPort;
        environment.put("JHSS_HOME", home.toString());
        environment.put("JHSS_NO_BUILD", "yes");
        // Set also where "./jhss test" has exported its own.
        environment.put("JHSS_VAR", directory.resolve("var").toString());
        environment.put("JHSS_RUN_DIR", directory.resolve("var/run").toString());
        environment.put("JHSS_LOG_DIR", directory.resolve("var/log").toString());
        environment.put("DATABASE_NAME", directory.resolve("hss.db").toString());
        environment.put("HSS_BIND_PORT", Integer.toString(diameterPort));
        environment.put("REDIS_PORT", Integer.toString(redisPort));
        environment.put("API_BIND_PORT", Integer.toString(apiPort));
    }

    static Launcher in(Path directory) throws IOException {
        return new Launcher(Path.of("").toAbsolutePath().getParent(), directory, freePort(), freePort(), freePort());
    }

    Launcher with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    int diameterPort() {
        return diameterPort;
    }

    int redisPort() {
        return redisPort;
    }

    int apiPort() {
        return apiPort;
    }

    /** Process id that the launcher wrote down for {@code name}, such as "hss-2". */
    long pid(String name) throws IOException {
        return Long.parseLong(
                Files.readString(directory.resolve("var/run/" + name + ".pid")).strip());
    }

    /** Runs a command and waits for its end. */
    Result run(String... arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile(directory, "output", ".txt");
        var process = start(output, arguments);
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("./jhss " + String.join(" ", arguments) + " did not end in " + TIMEOUT_SECONDS
                    + " s:\n" + Files.readString(output));
        }
        return new Result(process.exitValue(), Files.readString(output));
    }

    private Process start(Path output, String... arguments) throws IOException {
        var builder =
                new ProcessBuilder(Stream.concat(Stream.of(home.resolve("jhss").toString()), Stream.of(arguments))
                        .toList());
        builder.environment().putAll(environment);
        List.of("JHSS_CONFIG", "PYHSS_CONFIG").forEach(variable -> {
            if (!environment.containsKey(variable)) {
                builder.environment().put(variable, home.resolve("config.yaml").toString());
            }
        });
        return builder.directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
