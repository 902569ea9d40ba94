// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.system;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jhss.bench.rig.DatabaseKind;
import org.jhss.bench.rig.LaunchedSystem;
import org.jhss.bench.rig.Rig;
import org.jhss.bench.yardstick.Yardstick;
import org.jhss.bench.yardstick.Yardsticks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./jhss bench system}: the whole set, or parts of it. */
@Command(
        name = "system",
        description = {
            "Measures whole systems of real processes: throughput, latency, CPU time, memory.",
            "Appends a dated table to bench/RESULTS.md and writes bench/target/results/system.json."
        },
        mixinStandardHelpOptions = true)
public final class SystemCommand implements Callable<Integer> {

    private static final Duration QUICK_COMPILE = Duration.ofSeconds(6);
    private static final Duration COMPILE = Duration.ofSeconds(12);
    private static final Duration SETTLE = Duration.ofSeconds(1);
    private static final int QUICK_SECONDS = 2;

    @Option(names = "--quick", description = "Only a few lines per database, in a few minutes.")
    private boolean quick;

    @Option(
            names = "--database",
            split = ",",
            paramLabel = "NAME",
            description = "Only these: ${COMPLETION-CANDIDATES}. Default: all.")
    private List<DatabaseKind> databases = new ArrayList<>(Arrays.asList(DatabaseKind.values()));

    @Option(
            names = "--subscribers",
            split = ",",
            paramLabel = "NUMBER",
            description = "Only systems of these sizes, each with the windows of the large ones.")
    private List<Long> subscribers = new ArrayList<>();

    @Option(
            names = "--hss",
            paramLabel = "NUMBER",
            description = "With --subscribers: how many hss-services. Default: 1.")
    private int hssServices = 1;

    @Option(
            names = "--seconds",
            paramLabel = "NUMBER",
            description = "Length of each measurement. Default: 4, quick 2.")
    private int seconds;

    @Option(
            names = "--check-every",
            paramLabel = "NUMBER",
            defaultValue = "16",
            description = "Vectors of one answer in so many are computed again. Default: ${DEFAULT-VALUE}.")
    private int checkEvery = 16;

    @Option(names = "--keep-quiet", description = "Leaves bench/RESULTS.md as it is.")
    private boolean keepQuiet;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Exit code 0 when every request of every line was answered with success and no answer was wrong, else 1. */
    @Override
    public Integer call() throws SQLException, IOException {
        var machine = Machine.here(redisVersion());
        out().println(machine);
        var footprint = subscribers.isEmpty() ? Optional.of(footprint()) : Optional.<Footprint>empty();
        var run = new ScenarioRun(times(), checkEvery, line -> out().println(line));
        var results = new ArrayList<ScenarioResult>();
        for (var scenario : scenarios()) {
            results.add(run.measure(scenario));
        }
        boolean whole = subscribers.isEmpty() && !quick;
        var yardsticks = whole ? Yardsticks.measure(times().measure()) : List.<Yardstick>of();
        var report = new SystemReport(machine, commandLine(), checkEvery, times(), footprint, results, yardsticks);
        report.writeJson();
        if (!keepQuiet) {
            report.append();
        }
        out().println(report.toMarkdown());
        return report.isClean() ? 0 : 1;
    }

    private List<Scenario> scenarios() {
        if (subscribers.isEmpty()) {
            return quick ? Campaign.quick(databases) : Campaign.full(databases);
        }
        return databases.stream()
                .flatMap(database -> subscribers.stream().map(size -> Campaign.large(database, size, hssServices)))
                .toList();
    }

    private ScenarioRun.Times times() {
        int length = seconds > 0 ? seconds : quick ? QUICK_SECONDS : 2 * QUICK_SECONDS;
        return new ScenarioRun.Times(quick ? QUICK_COMPILE : COMPILE, SETTLE, Duration.ofSeconds(length));
    }

    /** The second start is warm: the files are in memory. */
    private Footprint footprint() {
        LaunchedSystem.up().close();
        try (var system = LaunchedSystem.up()) {
            var footprint = new Footprint(system.startTime(), system.memory());
            out().println(footprint);
            return footprint;
        }
    }

    private static String redisVersion() {
        try (var rig =
                Rig.builder().subscribers(1).hssServices(0).diameterServices(0).start()) {
            return rig.redis().version();
        }
    }

    private String commandLine() {
        return ("./jhss bench "
                        + String.join(" ", spec.commandLine().getParseResult().originalArgs()))
                .strip();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
