// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.api;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code ./jhss bench api}. */
@Command(
        name = "api",
        description =
                "Measures the REST interface of a running, empty system (./jhss up). Leaves its subscribers there.",
        mixinStandardHelpOptions = true)
public final class ApiCommand implements Callable<Integer> {

    private static final int KEY_DIGITS = 32;

    @Option(names = "--host", defaultValue = "127.0.0.1", description = "Where it listens.")
    private String host = "";

    @Option(names = "--port", defaultValue = "8080", description = "Where it listens.")
    private int port;

    @Option(names = "--key", defaultValue = "", description = "Header Provisioning-Key.")
    private String key = "";

    @Option(names = "--connections", defaultValue = "16", description = "Connections.")
    private int connections;

    @Option(names = "--subscribers", defaultValue = "20000", description = "Subscribers that are created.")
    private int subscribers;

    @Option(names = "--seconds", defaultValue = "10", description = "Length of each of the other measurements.")
    private int seconds;

    /** Exit code 0 when no request failed. */
    @Override
    public Integer call() throws Exception {
        var load = new HttpLoad(host, port, key.isEmpty() ? "" : "Provisioning-Key: " + key + "\r\n");
        long failed = 0;
        try (var connection =
                new HttpConnection(host, port, key.isEmpty() ? "" : "Provisioning-Key: " + key + "\r\n")) {
            connection.exchange("PUT", "/apn/", "{\"apn\":\"internet\",\"apn_ambr_dl\":0,\"apn_ambr_ul\":0}");
        }
        System.out.println(connections + " connections, unless one is said");
        System.out.println("| operation | requests/s | p50 ms | p95 ms | p99 ms | max ms | failed |");
        System.out.println("|---|---|---|---|---|---|---|");
        var all = Duration.ofHours(1);
        var time = Duration.ofSeconds(seconds);
        failed += told("create AuC (PUT /auc/)", load.run(connections, subscribers, all, this::createAuc));
        failed += told(
                "create subscriber (PUT /subscriber/)",
                load.run(connections, subscribers, all, this::createSubscriber));
        // The first round warms the paths up.
        load.run(connections, Integer.MAX_VALUE, time, (c, n) -> c.exchange("GET", "/subscriber/" + id(), ""));
        failed += told(
                "read (GET /subscriber/{id})",
                load.run(connections, Integer.MAX_VALUE, time, (c, n) -> c.exchange("GET", "/subscriber/" + id(), "")));
        failed += told(
                "read with attributes (GET /subscriber/imsi/{imsi})",
                load.run(
                        connections,
                        Integer.MAX_VALUE,
                        time,
                        (c, n) -> c.exchange("GET", "/subscriber/imsi/" + imsi(id() - 1), "")));
        failed += told(
                "read, one connection",
                load.run(1, Integer.MAX_VALUE, time, (c, n) -> c.exchange("GET", "/subscriber/" + id(), "")));
        failed += told(
                "list of 100 (GET /subscriber/list)",
                load.run(
                        connections,
                        Integer.MAX_VALUE,
                        time,
                        (c, n) -> c.exchange("GET", "/subscriber/list?page_size=100&page=" + id() % 100, "")));
        failed += told(
                "change (PATCH /subscriber/{id})",
                load.run(
                        connections,
                        Integer.MAX_VALUE,
                        time,
                        (c, n) -> c.exchange("PATCH", "/subscriber/" + id(), "{\"ue_ambr_dl\":" + (1000 + n) + "}")));
        failed += told(
                "change, one connection",
                load.run(
                        1,
                        Integer.MAX_VALUE,
                        time,
                        (c, n) -> c.exchange("PATCH", "/subscriber/" + id(), "{\"ue_ambr_ul\":" + (1000 + n) + "}")));
        return failed == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private int createAuc(HttpConnection connection, int n) throws IOException {
        var ki = String.format(Locale.ROOT, "%0" + KEY_DIGITS + "x", n + 1);
        return connection.exchange(
                "PUT",
                "/auc/",
                "{\"auc_id\":" + (n + 1) + ",\"ki\":\"" + ki + "\",\"opc\":\"" + ki
                        + "\",\"amf\":\"8000\",\"sqn\":1,\"imsi\":\"" + imsi(n) + "\"}");
    }

    private int createSubscriber(HttpConnection connection, int n) throws IOException {
        return connection.exchange(
                "PUT",
                "/subscriber/",
                "{\"subscriber_id\":" + (n + 1) + ",\"imsi\":\"" + imsi(n) + "\",\"auc_id\":" + (n + 1)
                        + ",\"default_apn\":1,\"apn_list\":\"1\",\"msisdn\":\"4917" + (100000000 + n) + "\"}");
    }

    private int id() {
        return ThreadLocalRandom.current().nextInt(subscribers) + 1;
    }

    private static String imsi(int n) {
        return Long.toString(999_990_000_000_000L + n);
    }

    private long told(String what, HttpLoad.Result result) {
        var micros = result.micros();
        System.out.printf(
                Locale.ROOT,
                "| %s | %,.0f | %.2f | %.2f | %.2f | %.2f | %d |%n",
                what,
                result.perSecond(),
                micros.getValueAtPercentile(50) / 1000.0,
                micros.getValueAtPercentile(95) / 1000.0,
                micros.getValueAtPercentile(99) / 1000.0,
                micros.getMaxValue() / 1000.0,
                result.failed());
        return result.failed();
    }
}
