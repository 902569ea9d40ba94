// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.profile;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jhss.bench.rig.DatabaseKind;
import org.jhss.bench.rig.Home;
import org.jhss.bench.rig.Patience;
import org.jhss.bench.rig.Rig;
import org.jhss.bench.rig.Service;
import org.jhss.bench.traffic.Mix;
import org.jhss.bench.traffic.Traffic;
import org.jhss.load.plan.Pace;
import org.jhss.load.report.LoadReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./jhss bench profile}: samples the services of a saturated system. */
@Command(
        name = "profile",
        description = {
            "Samples hss-service and diameter-service of a saturated system with async-profiler.",
            "Writes bench/target/results/profile-*.txt (tables) and profile-*.collapsed (stacks, for flame graphs)."
        },
        mixinStandardHelpOptions = true)
public final class ProfileCommand implements Callable<Integer> {

    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration MARGIN = Duration.ofSeconds(3);
    private static final int CHECK_EVERY = 64;

    @Option(
            names = "--database",
            paramLabel = "NAME",
            defaultValue = "SQLITE",
            description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private DatabaseKind database = DatabaseKind.SQLITE;

    @Option(
            names = "--mix",
            paramLabel = "NAME",
            defaultValue = "AIR",
            description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Mix mix = Mix.AIR;

    @Option(
            names = "--window",
            paramLabel = "NUMBER",
            defaultValue = "256",
            description = "Requests outstanding. Default: ${DEFAULT-VALUE}.")
    private int window = 256;

    @Option(
            names = "--subscribers",
            paramLabel = "NUMBER",
            defaultValue = "10000",
            description = "Default: ${DEFAULT-VALUE}.")
    private long subscribers = 10_000;

    @Option(
            names = "--seconds",
            paramLabel = "NUMBER",
            defaultValue = "15",
            description = "How long to sample. Default: ${DEFAULT-VALUE}.")
    private int seconds = 15;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        try (var rig = Rig.builder()
                .database(database)
                .subscribers(subscribers)
                .keepLarge()
                // Without it, samples inside compiled code go to the nearest safepoint.
                .environment("JHSS_JAVA_OPTS", "-XX:+UnlockDiagnosticVMOptions -XX:+DebugNonSafepoints")
                .start()) {
            var traffic = new Traffic(rig.diameterAddresses(), rig.population(), CHECK_EVERY);
            var pace = new Pace.Window(window, false);
            traffic.run(mix, pace, Duration.ZERO, WARM_UP);
            var services = new ArrayList<Service>(rig.hss());
            services.addAll(rig.diameter());
            sample(traffic, pace, services);
        }
        return 0;
    }

    private void sample(Traffic traffic, Pace pace, List<Service> services) throws IOException {
        var profiler = AsyncProfiler.unpack();
        var run = traffic.start(mix, pace, MARGIN, Duration.ofSeconds(seconds).plus(MARGIN));
        Patience.until(
                "the measured time begins",
                MARGIN.multipliedBy(4),
                () -> run.snapshot().phase() == LoadReport.Phase.MEASURING);
        var events = new LinkedHashMap<Service, String>();
        for (var service : services) {
            events.put(service, profiler.start(service.pid()));
        }
        Patience.pass(Duration.ofSeconds(seconds));
        for (var service : services) {
            write(service, events.getOrDefault(service, ""), profiler);
        }
        var report = run.await();
        out().println(String.format(
                Locale.ROOT,
                "%s, %s, window %d, sampled meanwhile: %,.0f answers/s",
                database.label(),
                mix.label(),
                window,
                report.answersPerSecond()));
    }

    private void write(Service service, String event, AsyncProfiler profiler) throws IOException {
        var name =
                "profile-" + database.configName() + "-" + mix.name().toLowerCase(Locale.ROOT) + "-" + service.name();
        var stacks = profiler.stop(service.pid(), Home.results().resolve(name + ".collapsed"));
        var text = ProfileText.of(service.name() + " (event " + event + ")", Profile.of(stacks));
        Files.writeString(Home.results().resolve(name + ".txt"), text);
        out().println(text);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
