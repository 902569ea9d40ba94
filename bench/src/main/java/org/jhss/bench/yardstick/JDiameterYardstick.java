// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.yardstick;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jhss.bench.bulk.Population;
import org.jhss.load.LoadRun;
import org.jhss.load.plan.LoadPlan;
import org.jhss.load.report.LoadReport;

/** jDiameter's server stack under the generator that jHSS is measured with. */
final class JDiameterYardstick {

    private static final int PEERS = 8;
    private static final int SUBSCRIBERS = 10_000;
    private static final Duration COMPILE = Duration.ofSeconds(12);
    private static final Duration SETTLE = Duration.ofSeconds(1);
    private static final int COMPILE_WINDOW = 128;
    private static final List<Integer> WINDOWS = List.of(1, 16, 128, 1024);
    private static final double NANOS_PER_MICRO = 1_000;

    private JDiameterYardstick() {}

    static List<Yardstick> measure(Duration time) throws IOException {
        int port = freePort();
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        var server = start(port);
        try {
            awaitReady(server);
            run(address, COMPILE_WINDOW, COMPILE);
            var lines = new ArrayList<Yardstick>();
            for (int window : WINDOWS) {
                var cpu = cpuTime(server);
                var report = run(address, window, time);
                lines.add(line(window, report, cpuTime(server).minus(cpu)));
            }
            return lines;
        } finally {
            server.destroyForcibly();
        }
    }

    private static Yardstick line(int window, LoadReport report, Duration cpu) {
        var all = report.requests().plus(report.warmUp());
        return new Yardstick(
                "jDiameter 2.1.0, the same AIA for all",
                "window " + window,
                report.answersPerSecond(),
                report.latency(),
                cpu.toNanos() / NANOS_PER_MICRO / Math.max(1, all.sent()),
                all.sent() - all.succeeded());
    }

    /** Always the same vector: there is nothing to check in it, and its SQN repeats by design. */
    private static LoadReport run(InetSocketAddress server, int window, Duration time) {
        return LoadRun.start(LoadPlan.to(server)
                        .peers(PEERS)
                        .subscribers(Population.of(SUBSCRIBERS).first(), SUBSCRIBERS)
                        .sampleEvery(0)
                        .rememberedSqns(0)
                        .window(window)
                        .warmUp(SETTLE)
                        .duration(time)
                        .build())
                .await();
    }

    private static Duration cpuTime(Process process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static Process start(int port) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-Dlogback.configurationFile=org/jhss/bench/quiet.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        JDiameterServer.class.getName(),
                        Integer.toString(port))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void awaitReady(Process server) throws IOException {
        var output = server.inputReader(StandardCharsets.UTF_8);
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(JDiameterServer.READY)) {
                return;
            }
        }
        throw new IOException("jDiameter's server did not start");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
