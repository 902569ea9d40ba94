// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.jhss.platform.config.ConfigLoader;
import org.jhss.platform.config.RedisConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisProcessIT {

    @TempDir
    Path directory;

    @Test
    void keepsItsDataOverARestart() throws Exception {
        var executable = RedisBinary.extract(directory);
        var settings = RedisSettings.of(config(freePort(), ""), directory);

        var server = RedisProcess.start(executable, settings);
        assertThat(ask(settings.port(), "SET kept yes")).isEqualTo("+OK");
        server.stop();

        server = RedisProcess.start(executable, settings);
        try {
            assertThat(ask(settings.port(), "EXISTS kept")).isEqualTo(":1");
        } finally {
            server.stop();
        }
    }

    @Test
    void namesTheKeyWhenThePortIsTaken() throws Exception {
        var executable = RedisBinary.extract(directory);
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var settings = RedisSettings.of(config(other.getLocalPort(), ""), directory);

            assertThatThrownBy(() -> RedisProcess.start(executable, settings))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("port " + other.getLocalPort())
                    .hasMessageContaining("redis.port");
        }
    }

    @Test
    void asksForThePasswordThatIsConfigured() throws Exception {
        var executable = RedisBinary.extract(directory);
        var settings = RedisSettings.of(config(freePort(), "  password: \"se cret\\\"\\\\\"\n"), directory);

        var server = RedisProcess.start(executable, settings);
        try {
            assertThat(ask(settings.port(), "EXISTS kept")).startsWith("-NOAUTH");
            assertThat(ask(settings.port(), "AUTH \"se cret\\\"\\\\\"")).isEqualTo("+OK");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("redis.conf"))))
                    .isEqualTo("rw-------");
        } finally {
            server.stop();
        }
    }

    @Test
    void refusesToStandInForARedisElsewhere() {
        assertThatThrownBy(() -> RedisSettings.of(config(6379, "  connectionType: unix\n"), directory))
                .hasMessageContaining("redis=0");
        assertThatThrownBy(() -> RedisSettings.of(config(6379, "  host: 192.0.2.1\n"), directory))
                .hasMessageContaining("192.0.2.1");
    }

    private static RedisConfig config(int port, String more) {
        var result = ConfigLoader.of(Map.of()).parse(Path.of("config.yaml"), "redis:\n  port: " + port + "\n" + more);
        return result.config()
                .orElseThrow(() -> new AssertionError(result.render()))
                .redis();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String ask(int port, String command) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readNBytes(2), StandardCharsets.UTF_8)
                    + rest(socket).strip();
        }
    }

    private static String rest(Socket socket) throws IOException {
        var line = new StringBuilder();
        for (int c = socket.getInputStream().read();
                c >= 0 && c != '\n';
                c = socket.getInputStream().read()) {
            line.append((char) c);
        }
        return line.toString();
    }
}
