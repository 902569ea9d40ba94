// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.geored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jhss.store.Store;
import org.jhss.store.database.DatabaseSettings;
import org.jhss.store.outbox.Notification;
import org.jhss.store.secret.KeyVault;
import org.jhss.testkit.redis.RedisServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** geored-service as processes of their own. */
@Timeout(240)
class GeoredServiceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(100);

    private final List<Process> processes = new ArrayList<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private volatile boolean silent;

    @TempDir
    Path directory;

    private HttpServer receiver;
    private Store store;

    @BeforeEach
    void open() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        receiver.createContext("/", exchange -> {
            heard.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            if (!silent) {
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            }
        });
        receiver.start();
        store = Store.open(DatabaseSettings.sqlite(directory.resolve("hss.db")), KeyVault.disabled());
        store.migrator().migrate();
    }

    @AfterEach
    void close() {
        processes.forEach(Process::destroyForcibly);
        receiver.stop(0);
        store.close();
    }

    private String endpoint() {
        return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
    }

    private Process start(boolean enabled) throws IOException {
        var config = directory.resolve("config.yaml");
        Files.writeString(config, """
                hss:
                  OriginHost: hss01.epc.mnc099.mcc999.3gppnetwork.org
                  OriginRealm: epc.mnc099.mcc999.3gppnetwork.org
                  MCC: "999"
                  MNC: "99"
                redis: {host: "%s", port: %d, prefix: "%s"}
                database: {db_type: sqlite, database: "%s"}
                metric: {service_ports: {geored: 0}}
                webhooks: {enabled: %s, endpoints: ["%s"], timeout: 10}
                """.formatted(
                        RedisServer.shared().host(),
                        RedisServer.shared().port(),
                        RedisServer.shared().settings().prefix(),
                        directory.resolve("hss.db"),
                        enabled,
                        endpoint()));
        var builder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        GeoredService.class.getName(),
                        "--config",
                        config.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("geored.log").toFile()));
        builder.environment().put("JHSS_RUN_DIR", directory.toString());
        var process = builder.start();
        processes.add(process);
        return process;
    }

    private void enqueue(String... bodies) {
        store.unitsOfWork().run(unit -> {
            for (var body : bodies) {
                unit.enqueue(new Notification(endpoint(), "PATCH", body), Instant.now());
            }
            unit.commit();
            return true;
        });
    }

    @Test
    void a_process_killed_in_the_middle_of_a_delivery_loses_none() throws Exception {
        silent = true;
        enqueue("1", "2", "3");
        var victim = start(true);
        await().atMost(PATIENCE).until(() -> heard.contains("1"));
        victim.destroyForcibly().waitFor();
        silent = false;

        var successor = start(true);

        await().atMost(PATIENCE).until(() -> store.outbox().counts().waiting() == 0);
        assertThat(heard).containsExactly("1", "1", "2", "3");
        successor.destroy();
        assertThat(successor.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(successor.exitValue()).isZero();
    }

    @Test
    void a_process_with_nothing_to_do_is_ready_and_touches_nothing() throws Exception {
        enqueue("not to be told");
        var idle = start(false);

        await().atMost(PATIENCE).until(() -> state().contains("READY"));

        assertThat(store.outbox().counts().waiting()).isEqualTo(1);
        assertThat(heard).isEmpty();
        idle.destroy();
        assertThat(idle.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(idle.exitValue()).isZero();
    }

    private String state() throws IOException {
        var file = directory.resolve("geored.json");
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
