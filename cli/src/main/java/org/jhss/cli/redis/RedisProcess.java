// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A redis-server run as a child of this process. */
final class RedisProcess {

    private static final String PID_FILE = "redis.pid";
    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration STOP = Duration.ofSeconds(15);
    private static final Duration PROBE = Duration.ofSeconds(1);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final byte[] PING = "PING\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Process process;

    private RedisProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts the server and returns when it answers. One that a killed predecessor left behind is stopped first.
     *
     * @throws IOException when the port is taken, or the server ends or does not answer in time
     */
    static RedisProcess start(Path executable, RedisSettings settings) throws IOException {
        stopOrphan(executable, settings.directory());
        checkPort(settings.port());
        var builder = new ProcessBuilder(executable.toString(), settings.write().toString());
        var child = builder.directory(settings.directory().toFile()).inheritIO().start();
        var pids = child.pid() + " " + ProcessHandle.current().pid();
        Files.writeString(settings.directory().resolve(PID_FILE), pids);
        var started = new RedisProcess(child);
        try {
            started.awaitAnswer(settings.port());
            return started;
        } catch (IOException e) {
            started.stop();
            throw e;
        }
    }

    /** Waits for the server to end, and returns its exit code. */
    int await() throws InterruptedException {
        return process.waitFor();
    }

    /** Asks the server to save and end, and kills it when that takes too long. */
    void stop() {
        stop(process.toHandle());
    }

    private void awaitAnswer(int port) throws IOException {
        long deadline = System.nanoTime() + START.toNanos();
        while (!answers(port)) {
            try {
                if (process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new IOException("redis-server ended at once with exit code " + process.exitValue());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while redis-server starts", e);
            }
            if (System.nanoTime() - deadline > 0) {
                throw new IOException("redis-server does not answer within " + START.toSeconds() + " s");
            }
        }
    }

    /** Whether the server takes commands: it says PONG, or that a password is needed; not while it loads its data. */
    private static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.ofLiteral(RedisSettings.ADDRESS), port), (int) PROBE.toMillis());
            socket.setSoTimeout((int) PROBE.toMillis());
            socket.getOutputStream().write(PING);
            var reply = new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII);
            return reply.equals("+PONG") || reply.equals("-NOAU");
        } catch (IOException e) {
            return false;
        }
    }

    private static void checkPort(int port) throws IOException {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.ofLiteral(RedisSettings.ADDRESS), port));
        } catch (IOException e) {
            throw new IOException(
                    "port " + port + " on " + RedisSettings.ADDRESS
                            + " is taken by another program; change redis.port in the configuration, or use that Redis with:"
                            + " jhss up redis=0",
                    e);
        }
    }

    private static void stopOrphan(Path executable, Path directory) throws IOException {
        var file = directory.resolve(PID_FILE);
        if (Files.exists(file)) {
            orphan(Files.readString(file).strip().split(" "), executable).ifPresent(RedisProcess::stop);
        }
    }

    /** The server that {@code pids} begin with, if it still runs although its keeper, the second, does not. */
    private static Optional<ProcessHandle> orphan(String[] pids, Path executable) {
        try {
            if (pids.length != 2 || ProcessHandle.of(Long.parseLong(pids[1])).isPresent()) {
                return Optional.empty();
            }
            return ProcessHandle.of(Long.parseLong(pids[0]))
                    .filter(handle -> handle.info().command().equals(Optional.of(executable.toString())));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static void stop(ProcessHandle handle) {
        handle.destroy();
        try {
            handle.onExit().get(STOP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            handle.destroyForcibly();
        }
    }
}
