// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One process of the system, which may be killed and started again with the same ports, data and log. */
public abstract class Node {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path directory;
    private volatile Process process;

    /**
     * Starts the process.
     *
     * @param directory working directory, made when missing; the log lies beside it
     */
    Node(String name, List<String> command, Map<String, String> environment, Path directory) {
        this.name = name;
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.directory = directory;
        this.process = spawn();
    }

    /** Its name in the rig, such as {@code hss-2}. */
    public final String name() {
        return name;
    }

    public final long pid() {
        return process.pid();
    }

    public final boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it at once, as kill -9 does, and waits until it is gone. */
    public final void kill9() {
        process.destroyForcibly();
        awaitEnd(STOP_LIMIT);
    }

    /** Asks it to stop by SIGTERM and does not wait. */
    public final void terminate() {
        process.destroy();
    }

    /**
     * Waits for its end.
     *
     * @return its exit code; 128 and more is the signal that ended it
     * @throws IllegalStateException when it still runs after {@code limit}
     */
    public final int awaitEnd(Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(name + " still runs after " + limit.toSeconds() + " s");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Asks it to stop by SIGTERM and waits; when it does not in time, kills it. */
    final void stop(Duration limit) {
        process.destroy();
        try {
            process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        kill9();
    }

    /**
     * Sends it a signal.
     *
     * @param signal its name, such as {@code STOP} and {@code CONT}
     */
    public final void signal(String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts it again, having killed it if it runs, and does not wait until it is ready. */
    public final void restart() {
        kill9();
        process = spawn();
    }

    /**
     * Waits until it does its work.
     *
     * @throws IllegalStateException when it ended, or did not get ready in a minute
     */
    public final void awaitReady() {
        try {
            Patience.until(name + " is ready", START_LIMIT, () -> {
                if (!isAlive()) {
                    throw new IllegalStateException(name + " ended with " + process.exitValue());
                }
                return isReady();
            });
        } catch (IllegalStateException e) {
            throw new IllegalStateException(e.getMessage() + "; its log ends with:\n" + lastLines(), e);
        }
    }

    /** Whether it does its work now. */
    public abstract boolean isReady();

    /** User and system time since its start, with that of its children. */
    public final Duration cpuTime() {
        return ProcFs.cpuTime(pid());
    }

    /** Resident memory in MiB, with that of its children; shared pages count in proportion. */
    public final long residentMegabytes() {
        return ProcFs.residentMegabytes(pid());
    }

    /** Open descriptors of the process itself. */
    public final int openDescriptors() {
        return ProcFs.openDescriptors(pid());
    }

    /** The file with all that it printed, over all its starts. */
    public final Path log() {
        return directory.resolveSibling(name + ".log");
    }

    final Path directory() {
        return directory;
    }

    /** Called before each start. */
    void prepare() throws IOException {}

    private Process spawn() {
        try {
            Files.createDirectories(directory);
            prepare();
            var builder = new ProcessBuilder(command);
            builder.environment().putAll(environment);
            return builder.directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String lastLines() {
        try {
            var lines = Files.readAllLines(log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
        } catch (IOException _) {
            return "(no log)";
        }
    }
}
