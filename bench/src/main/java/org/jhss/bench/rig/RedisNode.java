// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.rig;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A Redis server or one of its Sentinels. What a server confirmed is on disk a second later, as with {@code ./jhss up}. */
public final class RedisNode extends Node {

    static final String MASTER_NAME = "mymaster";
    private static final int REPLY_MILLIS = 2_000;

    /** How soon the Sentinels call a server dead and how long they try one failover, in milliseconds. */
    private static final int DOWN_AFTER = 1_000;

    private static final int FAILOVER_LIMIT = 5_000;
    private static final int QUORUM = 2;

    private final int port;

    private RedisNode(String name, int port, Path directory, List<String> command) {
        super(name, command, Map.of(), directory);
        this.port = port;
    }

    static RedisNode server(String name, Path directory) {
        return server(name, directory, List.of());
    }

    static RedisNode replica(String name, Path directory, RedisNode master) {
        return server(name, directory, List.of("replicaof " + Ports.LOOPBACK + " " + master.port()));
    }

    private static RedisNode server(String name, Path directory, List<String> more) {
        var lines = new ArrayList<>(
                List.of("save \"\"", "appendonly yes", "appendfsync everysec", "maxmemory-policy noeviction"));
        lines.addAll(more);
        return start(name, directory, lines, List.of());
    }

    static RedisNode sentinel(String name, Path directory, RedisNode master) {
        return start(
                name,
                directory,
                List.of(
                        "sentinel monitor " + MASTER_NAME + " " + Ports.LOOPBACK + " " + master.port() + " " + QUORUM,
                        "sentinel down-after-milliseconds " + MASTER_NAME + " " + DOWN_AFTER,
                        "sentinel failover-timeout " + MASTER_NAME + " " + FAILOVER_LIMIT),
                List.of("--sentinel"));
    }

    /** The file is the server's own from then on: it writes down there who replicates whom. */
    private static RedisNode start(String name, Path rig, List<String> settings, List<String> options) {
        int port = Ports.free();
        var directory = rig.resolve(name);
        var file = directory.resolve("redis.conf");
        var lines = new ArrayList<>(
                List.of("bind " + Ports.LOOPBACK, "port " + port, "dir \"" + directory + "\"", "always-show-logo no"));
        lines.addAll(settings);
        try {
            Files.createDirectories(directory);
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var command = new ArrayList<>(List.of(RedisBinary.path(), file.toString()));
        command.addAll(options);
        return new RedisNode(name, port, directory, command);
    }

    /** Its port on 127.0.0.1. */
    public int port() {
        return port;
    }

    @Override
    public boolean isReady() {
        return ask("PING").startsWith("+PONG");
    }

    /** Of a Sentinel: whether it knows the replica and the two other Sentinels. */
    boolean seesAll() {
        return info("sentinel", "master0").endsWith("slaves=1,sentinels=3");
    }

    /** The server's version. */
    public String version() {
        return info("server", "redis_version");
    }

    /** {@code master} or {@code slave}; empty when it does not answer. */
    public String role() {
        return info("replication", "role");
    }

    /** A field of one section of INFO; empty when it does not answer. */
    public String info(String section, String field) {
        return ask("INFO " + section)
                .lines()
                .filter(line -> line.startsWith(field + ":"))
                .map(line -> line.substring(field.length() + 1))
                .findFirst()
                .orElse("");
    }

    /** The reply to an inline command as it came: a line, or all lines of a bulk reply; empty when there was none. */
    private String ask(String command) {
        try (var socket = new Socket(Ports.address(port).getAddress(), port);
                var reader =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            socket.setSoTimeout(REPLY_MILLIS);
            socket.getOutputStream().write((command + "\r\nQUIT\r\n").getBytes(StandardCharsets.UTF_8));
            return String.join("\n", reader.lines().toList());
        } catch (IOException | UncheckedIOException _) {
            return "";
        }
    }
}
