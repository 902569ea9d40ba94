// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.jhss.platform.bus.redis.BusSettings;
import redis.embedded.core.ExecutableProvider;

/** A real Redis server process on a port of its own, which tests may kill and start again. */
public final class TestRedis implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String SENTINEL = "--sentinel";
    private static final File BINARY = binary();

    private final Path directory;
    private final int port;
    private final List<String> options;
    private List<String> config = List.of();
    private Process process;

    private TestRedis(Path directory, int port, List<String> options) {
        this.directory = directory;
        this.port = port;
        this.options = options;
    }

    /** Starts a server whose files lie in {@code directory}; {@code options} as on redis-server's command line. */
    public static TestRedis start(Path directory, String... options) {
        var redis = new TestRedis(directory, freePort(), List.of(options));
        redis.start();
        return redis;
    }

    /** Starts a Sentinel, which keeps its state in {@code config}. */
    public static TestRedis startSentinel(Path directory, Path config) {
        var sentinel = new TestRedis(directory, freePort(), List.of(SENTINEL));
        sentinel.config = List.of(config.toString());
        sentinel.start();
        return sentinel;
    }

    /** Starts the server again on the same port and directory. */
    public void start() {
        var command = new ArrayList<>(List.of(BINARY.getPath()));
        command.addAll(config);
        command.addAll(List.of("--port", Integer.toString(port), "--bind", LOOPBACK, "--dir", directory.toString()));
        if (!options.contains(SENTINEL)) {
            command.addAll(List.of("--save", ""));
        }
        command.addAll(options);
        try {
            process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("redis-" + port + ".log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await("Redis listens on " + port)
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(this::listens);
    }

    /** kill -9. */
    public void kill() {
        process.destroyForcibly();
        try {
            // Not onExit(), which needs the common pool: on two cores that is one thread, which a test may keep busy.
            process.waitFor();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** The process id, for signals. */
    public long pid() {
        return process.pid();
    }

    public int port() {
        return port;
    }

    public BusSettings.Server server() {
        return new BusSettings.Server.Standalone(LOOPBACK, port);
    }

    /** Settings with a prefix of their own. */
    public BusSettings settings(String prefix) {
        return BusSettings.of(prefix, server());
    }

    @Override
    public void close() {
        kill();
    }

    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean listens() {
        if (!process.isAlive()) {
            throw new IllegalStateException("Redis ended at once, see " + directory);
        }
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static File binary() {
        try {
            return ExecutableProvider.newJarResourceProvider().get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
