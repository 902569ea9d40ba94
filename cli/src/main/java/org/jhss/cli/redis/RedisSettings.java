// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.jhss.platform.config.RedisConfig;

/**
 * What the embedded Redis is started with: loopback only, every write in the append-only file, flushed each second.
 *
 * @param port TCP port on 127.0.0.1
 * @param directory where its data, its settings and its process id lie
 * @param lines its redis.conf
 */
record RedisSettings(int port, Path directory, List<String> lines) {

    static final String ADDRESS = "127.0.0.1";
    private static final String FILE = "redis.conf";

    /**
     * Settings that a jHSS with {@code config} finds its Redis by.
     *
     * @throws IOException when the configuration names a Redis elsewhere, which is not ours to start
     */
    static RedisSettings of(RedisConfig config, Path directory) throws IOException {
        if (config.connectionType() != RedisConfig.ConnectionType.TCP
                || config.cluster()
                || config.tls().isPresent()) {
            throw new IOException(
                    "the section redis describes a Redis of your own (unix socket, Sentinel, cluster or TLS);"
                            + " the embedded one is not for it. Start jHSS with: jhss up redis=0");
        }
        if (!isHere(config.host())) {
            throw new IOException("redis.host is " + config.host()
                    + ", a Redis elsewhere; the embedded one runs on 127.0.0.1 only. Start jHSS with: jhss up redis=0");
        }
        var lines = new ArrayList<String>();
        lines.add("bind " + ADDRESS);
        lines.add("port " + config.port());
        lines.add("dir " + quoted(directory.toString()));
        lines.add("daemonize no");
        lines.add("pidfile \"\"");
        lines.add("logfile \"\"");
        lines.add("always-show-logo no");
        lines.add("save \"\"");
        lines.add("appendonly yes");
        lines.add("appendfsync everysec");
        lines.add("maxmemory-policy noeviction");
        lines.add("databases " + Math.max(16, config.database() + 1));
        config.password().ifPresent(password -> {
            var user = config.username().orElse("default");
            lines.add("user " + quoted(user) + " reset on " + quoted(">" + password.reveal()) + " ~* &* +@all");
        });
        return new RedisSettings(config.port(), directory, List.copyOf(lines));
    }

    /** Writes redis.conf, readable by its owner only as it may hold the password, and returns its path. */
    Path write() throws IOException {
        var file = directory.resolve(FILE);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.write(file, lines);
    }

    private static boolean isHere(String host) throws IOException {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IOException("redis.host " + host + " is not known", e);
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @Override
    public String toString() {
        return "RedisSettings[port=" + port + ", directory=" + directory + "]";
    }
}
