// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jhss.cli.config.Configuration;
import org.jhss.cli.output.Console;
import org.jhss.load.LoadRun;
import org.jhss.load.plan.LoadPlan;
import org.jhss.load.report.LoadReport;
import org.jhss.platform.config.JhssConfig;
import org.jhss.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jhss load}. */
@Command(
        name = "load",
        description = {
            "Puts load on an HSS with many simulated MMEs, checks every answer and reports rates and latencies.",
            "Exit code 0 when nothing was lost, answered twice or wrong; 1 otherwise. Refusals (3004 and others) are"
                    + " reported, but no failure."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class LoadCommand implements Callable<Integer> {

    private static final int STOP_SECONDS = 30;

    private final Console console;

    @Mixin
    private TargetOptions target = new TargetOptions();

    @Mixin
    private TrafficOptions traffic = new TrafficOptions();

    @Mixin
    private SubjectOptions subjects = new SubjectOptions();

    @Mixin
    private LinkOptions links = new LinkOptions();

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Also write the report as JSON; - for standard output instead.")
    private @Nullable String json;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress, only the report.")
    private boolean quiet;

    /** A command that prints to {@code console}. */
    public LoadCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var config = Configuration.load();
        provision(config);
        var plan = target.plan(config);
        traffic.apply(plan);
        subjects.apply(plan);
        links.apply(plan);
        return run(plan.build()).isClean() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void provision(JhssConfig config) {
        subjects.provisioned().ifPresent(subscribers -> {
            try (var store = Store.open(config.database())) {
                int created = subscribers.store(store, done -> {});
                if (!quiet) {
                    console.err()
                            .println("stored " + created + " subscribers from IMSI " + subscribers.first() + " on");
                    console.err().flush();
                }
            }
        });
    }

    /** Runs to the end. An interrupt from the keyboard ends it early, with a report. */
    private LoadReport run(LoadPlan plan) {
        var progress = new Progress(console);
        var run = quiet ? LoadRun.start(plan) : LoadRun.start(plan, progress);
        var printed = new CountDownLatch(1);
        var stopper = new Thread(() -> stop(run, printed), "load-stop");
        Runtime.getRuntime().addShutdownHook(stopper);
        var report = run.await();
        if (!quiet) {
            progress.end();
        }
        print(report);
        printed.countDown();
        forget(stopper);
        return report;
    }

    private static void stop(LoadRun run, CountDownLatch printed) {
        run.stop();
        try {
            var _ = printed.await(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The process is being stopped, and the hook has run.
        }
    }

    private void print(LoadReport report) {
        if ("-".equals(json)) {
            console.println(report.toJson());
            return;
        }
        console.println(report.toText().stripTrailing());
        if (json != null) {
            write(Path.of(json), report.toJson());
        }
        console.println((report.isClean() ? console.tick() : console.cross()) + " "
                + (report.isClean()
                        ? "nothing lost, answered twice or wrong"
                        : "not clean, see problem, lost and faults"));
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text + System.lineSeparator());
        } catch (IOException e) {
            throw new IllegalArgumentException("the report cannot be written to " + file, e);
        }
    }
}
