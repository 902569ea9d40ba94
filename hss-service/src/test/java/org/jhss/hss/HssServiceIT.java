// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.ResultCode;
import org.jhss.hss.pipeline.TestPeer;
import org.jhss.platform.bus.redis.BusSettings;
import org.jhss.store.Store;
import org.jhss.store.database.DatabaseSettings;
import org.jhss.store.secret.KeyVault;
import org.jhss.testkit.diameter.DiameterRequests;
import org.jhss.testkit.fixture.SubscriberFixture;
import org.jhss.testkit.redis.RedisServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** hss-service as processes of their own. */
@Timeout(400)
class HssServiceIT {

    private static final String IMSI = "999990000000001";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long GENEROUS_DEADLINE_MILLIS = 60_000;

    private final DiameterRequests mme = DiameterRequests.mme();
    private final BusSettings bus = RedisServer.shared().settings();
    private final List<Process> processes = new ArrayList<>();

    @TempDir
    Path directory;

    private TestPeer peer;

    @BeforeEach
    void provision() throws IOException {
        Files.writeString(directory.resolve("config.yaml"), """
                hss:
                  OriginHost: hss01.epc.mnc099.mcc999.3gppnetwork.org
                  OriginRealm: epc.mnc099.mcc999.3gppnetwork.org
                  MCC: "999"
                  MNC: "99"
                  diameter_request_timeout: 2
                redis: {host: "%s", port: %d, prefix: "%s"}
                database: {db_type: sqlite, database: "%s"}
                metric: {service_ports: {hss: 0}}
                """.formatted(
                RedisServer.shared().host(), RedisServer.shared().port(), bus.prefix(), directory.resolve("hss.db")));
        try (var store = Store.open(DatabaseSettings.sqlite(directory.resolve("hss.db")), KeyVault.disabled())) {
            store.migrator().migrate();
            SubscriberFixture.subscriber(IMSI).store(store);
        }
        peer = new TestPeer(bus, "diameter-1");
    }

    @AfterEach
    void end() {
        processes.forEach(Process::destroyForcibly);
        peer.close();
    }

    @Test
    void aProcessAnswersWithVectorsAndStopsCleanlyOnASignal() throws Exception {
        var hss = start();

        var answer = peer.answer(peer.sendFrame(List.of(mme.air(IMSI, 1).octets()), GENEROUS_DEADLINE_MILLIS)
                .getFirst());

        assertThat(answer.integer32(Base.RESULT_CODE, 0)).isEqualTo(ResultCode.SUCCESS.value());
        assertThat(answer.find(S6a.AUTHENTICATION_INFO).find(S6a.E_UTRAN_VECTOR).octets(S6a.KASME))
                .hasSize(32);
        hss.destroy();
        assertThat(hss.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(hss.exitValue()).isZero();
    }

    @Test
    void killingOneOfTwoProcessesUnderLoadLosesNoRequestAndRepeatsNoVector() throws Exception {
        var victim = start();
        start();
        var ids = new ArrayList<Long>();
        ids.addAll(send(20));
        await().atMost(PATIENCE).until(() -> peer.answered() == ids.size());

        ids.addAll(send(150));
        victim.destroyForcibly();
        ids.addAll(send(150));

        await().atMost(PATIENCE).until(() -> peer.answered() == ids.size());
        var autns = new HashSet<String>();
        for (var id : ids) {
            for (var answer : peer.answers(id)) {
                assertThat(answer.integer32(Base.RESULT_CODE, 0)).isEqualTo(ResultCode.SUCCESS.value());
                var vector = answer.find(S6a.AUTHENTICATION_INFO).find(S6a.E_UTRAN_VECTOR);
                assertThat(autns.add(HexFormat.of().formatHex(vector.octets(S6a.AUTN))))
                        .isTrue();
            }
        }
    }

    private List<Long> send(int requests) {
        var ids = new ArrayList<Long>();
        for (int i = 0; i < requests; i++) {
            ids.addAll(peer.sendFrame(List.of(mme.air(IMSI, 1).octets()), GENEROUS_DEADLINE_MILLIS));
        }
        return ids;
    }

    private Process start() throws IOException {
        var builder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HssService.class.getName(),
                        "--config",
                        directory.resolve("config.yaml").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("hss.log").toFile()));
        builder.environment().put("JHSS_RUN_DIR", directory.toString());
        var process = builder.start();
        processes.add(process);
        return process;
    }
}
