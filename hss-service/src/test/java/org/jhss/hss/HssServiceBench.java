// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.jhss.hss.pipeline.TestPeer;
import org.jhss.store.Store;
import org.jhss.store.database.DatabaseSettings;
import org.jhss.store.secret.KeyVault;
import org.jhss.testkit.diameter.DiameterRequests;
import org.jhss.testkit.fixture.SubscriberFixture;
import org.jhss.testkit.redis.RedisServer;

/**
 * Measures one hss-service process answering AIRs from Redis over SQLite: requests per second at full queue, and CPU time of that
 * process alone per request. The JVM is warm after the first round.
 */
public final class HssServiceBench {

    private static final int SUBSCRIBERS = 2_000;
    private static final int ROUNDS = 4;
    private static final int FRAMES = 400;
    private static final int PER_FRAME = 64;
    private static final int MOST_AHEAD = 8_192;
    private static final long DEADLINE_MILLIS = 60_000;

    private HssServiceBench() {}

    public static void main(String[] arguments) throws Exception {
        var directory = Files.createTempDirectory("jhss-bench");
        var bus = RedisServer.shared().settings();
        Files.writeString(directory.resolve("config.yaml"), """
                hss: {OriginHost: hss01, MCC: "999", MNC: "99", workers: 2}
                redis: {host: "%s", port: %d, prefix: "%s"}
                database: {db_type: sqlite, database: "%s"}
                metric: {service_ports: {hss: 0}}
                """.formatted(
                RedisServer.shared().host(), RedisServer.shared().port(), bus.prefix(), directory.resolve("hss.db")));
        try (var store = Store.open(DatabaseSettings.sqlite(directory.resolve("hss.db")), KeyVault.disabled())) {
            store.migrator().migrate();
            for (int i = 0; i < SUBSCRIBERS; i++) {
                SubscriberFixture.subscriber(imsi(i)).store(store);
            }
        }
        var hss = start(directory);
        try (var peer = new TestPeer(bus, "diameter-1")) {
            for (int round = 1; round <= ROUNDS; round++) {
                measure(round, hss, peer);
            }
        } finally {
            hss.destroyForcibly();
        }
    }

    private static void measure(int round, Process hss, TestPeer peer) {
        var mme = DiameterRequests.mme();
        int before = peer.answered();
        long cpu = cpuNanos(hss);
        long wall = System.nanoTime();
        int sent = 0;
        for (int frame = 0; frame < FRAMES; frame++) {
            List<byte[]> requests = new ArrayList<>(PER_FRAME);
            for (int i = 0; i < PER_FRAME; i++) {
                requests.add(mme.air(imsi(sent++ % SUBSCRIBERS), 1).octets());
            }
            peer.sendFrame(requests, DEADLINE_MILLIS);
            while (sent - (peer.answered() - before) > MOST_AHEAD) {
                LockSupport.parkNanos(1_000_000);
            }
        }
        while (peer.answered() - before < sent) {
            LockSupport.parkNanos(1_000_000);
        }
        wall = System.nanoTime() - wall;
        cpu = cpuNanos(hss) - cpu;
        System.out.printf(
                Locale.ROOT,
                "round %d: %d AIR, %.0f per second, %.1f us CPU of hss-service each%n",
                round,
                sent,
                sent * 1e9 / wall,
                cpu / 1e3 / sent);
    }

    private static long cpuNanos(Process process) {
        return process.toHandle().info().totalCpuDuration().orElseThrow().toNanos();
    }

    private static String imsi(int number) {
        return "99999" + (1_000_000_000L + number);
    }

    private static Process start(Path directory) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HssService.class.getName(),
                        "--config",
                        directory.resolve("config.yaml").toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("hss.log").toFile())
                .start();
    }
}
