// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.testkit.redis;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import redis.embedded.core.ExecutableProvider;

/** The Redis 6.2 of its Maven artifact as a process that may be killed and started again on the same port and data. */
public final class RedisProcess implements RedisServer {

    private static final Duration START_LIMIT = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final byte[] PING = "PING\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Path directory;
    private final int port;
    private final List<String> options;
    private Process process;

    private RedisProcess(Path directory, int port, List<String> options) {
        this.directory = directory;
        this.port = port;
        this.options = options;
        this.process = spawn();
    }

    static RedisProcess launch(Path directory, String... options) {
        var server = new RedisProcess(directory, freePort(), List.of(options));
        server.awaitAnswer();
        return server;
    }

    /** Starts the server again after {@link #kill}, with the data that it had on disk. */
    public void start() {
        if (process.isAlive()) {
            throw new IllegalStateException("the server runs");
        }
        process = spawn();
        awaitAnswer();
    }

    /** Ends the server at once, as kill -9 does. */
    public void kill() {
        process.destroyForcibly();
        try {
            // Not onExit(), which needs the common pool: on two cores that is one thread, which a test may keep busy.
            process.waitFor();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** The process id, to send it signals. */
    public long pid() {
        return process.pid();
    }

    @Override
    public String host() {
        return InetAddress.getLoopbackAddress().getHostAddress();
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void close() {
        kill();
    }

    private Process spawn() {
        var command = new ArrayList<>(List.of(
                binary().getPath(),
                "--port",
                Integer.toString(port),
                "--bind",
                host(),
                "--dir",
                directory.toString(),
                "--save",
                ""));
        if (!options.contains("--appendonly")) {
            command.addAll(List.of("--appendonly", "yes", "--appendfsync", "everysec"));
        }
        command.addAll(options);
        try {
            return new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            directory.resolve("redis.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitAnswer() {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("Redis did not start, see redis.log in " + directory);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Any answer but "loading" will do: with a password set it is an error that asks for it. */
    private boolean answers() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) START_LIMIT.toMillis());
            socket.getOutputStream().write(PING);
            var answer = new String(socket.getInputStream().readNBytes(7), StandardCharsets.US_ASCII);
            return !answer.isEmpty() && !answer.startsWith("-LOADING");
        } catch (IOException _) {
            return false;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static File binary() {
        return Binary.FILE;
    }

    /** Unpacked once per JVM. */
    private static final class Binary {
        static final File FILE = unpack();

        private static File unpack() {
            try {
                return ExecutableProvider.newJarResourceProvider().get();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
