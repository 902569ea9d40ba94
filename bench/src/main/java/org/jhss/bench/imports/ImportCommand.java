// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.imports;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jhss.bench.rig.DatabaseKind;
import org.jhss.bench.rig.Home;
import org.jhss.bench.rig.Rig;
import org.jhss.bench.rig.RigDatabase;
import org.jhss.bench.system.Machine;
import org.jhss.bench.system.ResultsFile;
import org.jhss.provisioning.bulk.in.ImportFile;
import org.jhss.provisioning.bulk.in.ImportListener;
import org.jhss.provisioning.bulk.in.ImportMode;
import org.jhss.provisioning.bulk.in.ImportOptions;
import org.jhss.provisioning.bulk.in.ImportRequest;
import org.jhss.provisioning.bulk.in.ProblemReport;
import org.jhss.provisioning.bulk.in.SubscriberImport;
import org.jhss.provisioning.bulk.out.ExportOptions;
import org.jhss.provisioning.bulk.out.SubscriberExport;
import org.jhss.store.Store;
import org.jhss.store.change.NetworkChanges;
import org.jhss.store.secret.KeyVault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./jhss bench import}. */
@Command(
        name = "import",
        description = {
            "Imports a CSV file of subscribers with keys and IMS subscribers, imports it again, and exports them.",
            "Appends a dated table to bench/RESULTS.md."
        },
        mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {

    @Option(
            names = "--database",
            split = ",",
            paramLabel = "NAME",
            description = "Only these: ${COMPLETION-CANDIDATES}. Default: all.")
    private List<DatabaseKind> databases = new ArrayList<>(Arrays.asList(DatabaseKind.values()));

    @Option(
            names = "--records",
            paramLabel = "NUMBER",
            description = "How many subscribers. Default: ${DEFAULT-VALUE}.")
    private long records = 1_000_000;

    @Option(
            names = "--gentle",
            split = ",",
            paramLabel = "PERCENT",
            description = "SQLite with these shares of time left to others. Default: ${DEFAULT-VALUE}.")
    private List<Integer> shares = List.of(0, ImportOptions.GENTLE_IDLE_SHARE);

    @Option(names = "--keep-quiet", description = "Leaves bench/RESULTS.md as it is.")
    private boolean keepQuiet;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Exit code 0 when all records were imported. */
    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        var machine = Machine.here("not used");
        var folder = Files.createTempDirectory("jhss-import");
        var file = folder.resolve("subscribers.csv");
        var measured = new ArrayList<Measured>();
        try {
            SubscriberFile.write(file, records);
            for (var kind : databases) {
                for (int share : kind == DatabaseKind.SQLITE ? shares : List.of(0)) {
                    measure(kind, share, file, measured);
                }
            }
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
        var section = section(machine, measured);
        out().println(section);
        if (!keepQuiet) {
            var results = Home.directory().resolve("bench").resolve("RESULTS.md");
            Files.writeString(results, ResultsFile.withNewest(Files.readString(results), section));
        }
        return measured.stream().allMatch(pass -> pass.records() == records) ? 0 : 1;
    }

    private void measure(DatabaseKind kind, int share, Path file, List<Measured> measured)
            throws IOException, SQLException, InterruptedException {
        try (var rig = Rig.builder()
                        .database(kind)
                        .subscribers(1)
                        .hssServices(0)
                        .diameterServices(0)
                        .start();
                var store = Store.open(rig.database().settings(), KeyVault.disabled())) {
            var database =
                    rig.database().durability() + (share > 0 ? ", " + share + " % of the time left to others" : "");
            var options = ImportOptions.of(ImportMode.INSERT)
                    .withBatch(kind == DatabaseKind.SQLITE ? ImportOptions.SQLITE_BATCH : ImportOptions.SERVER_BATCH)
                    .withIdleShare(share);
            measured.add(timed(rig.database(), database, "import", () -> imported(store, file, options)));
            measured.add(timed(
                    rig.database(),
                    database,
                    "the same file again (upsert, nothing to change)",
                    () -> imported(
                            store,
                            file,
                            ImportOptions.of(ImportMode.UPSERT)
                                    .withBatch(options.batch())
                                    .withIdleShare(share))));
            if (share == 0) {
                measured.add(timed(rig.database(), database, "export with keys", () -> exported(store, file)));
            }
        }
    }

    /** A pass through the records. */
    private interface Pass {
        long run() throws IOException, InterruptedException;
    }

    private static long imported(Store store, Path file, ImportOptions options)
            throws IOException, InterruptedException {
        var result = new SubscriberImport(
                        store,
                        new NetworkChanges(store.database().type(), true),
                        ImportRequest.of(ImportFile.of(file), options, "bench"),
                        ProblemReport.NONE,
                        ImportListener.NONE)
                .run();
        return result.counts().created() + result.counts().unchanged();
    }

    private static long exported(Store store, Path beside) throws IOException {
        var file = beside.resolveSibling("exported.csv");
        try (var out = Files.newBufferedWriter(file)) {
            return new SubscriberExport(store, ExportOptions.all(ExportOptions.Format.CSV, true))
                    .write(out, records -> {});
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private Measured timed(RigDatabase database, String name, String what, Pass pass)
            throws IOException, InterruptedException {
        var server = database.cpuTime();
        long own = ownCpu();
        long began = System.nanoTime();
        long done = pass.run();
        var measured = new Measured(
                name,
                what,
                done,
                Duration.ofNanos(System.nanoTime() - began),
                Duration.ofNanos(ownCpu() - own),
                database.cpuTime().minus(server));
        out().println(row(measured));
        out().flush();
        return measured;
    }

    private static long ownCpu() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }

    private String section(Machine machine, List<Measured> measured) {
        var section = new StringBuilder();
        section.append("## ")
                .append(machine.date())
                .append(", import and export (`./jhss bench ")
                .append(String.join(
                        " ",
                        spec.commandLine().getParent() == null
                                ? List.of("import")
                                : spec.commandLine()
                                        .getParent()
                                        .getParseResult()
                                        .originalArgs()))
                .append("`)\n\n")
                .append(machine.cpu())
                .append(", ")
                .append(machine.java())
                .append(", commit ")
                .append(machine.commit())
                .append(String.format(Locale.ROOT, ", load average %.1f at the start.%n", machine.loadAverage()))
                .append(
                        "A subscriber is a row of auc, of subscriber and of ims_subscriber, with keys of its own; files are CSV.\n\n")
                .append("| database | pass | subscribers | s | subscribers/s | CPU µs each: jHSS | database |\n")
                .append("|---|---|---|---|---|---|---|\n");
        measured.forEach(pass -> section.append(row(pass)).append('\n'));
        return section.append('\n').toString();
    }

    private static String row(Measured pass) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %,d | %.1f | **%,.0f** | %.1f | %.1f |",
                pass.database(),
                pass.what(),
                pass.records(),
                pass.elapsed().toMillis() / 1e3,
                pass.rate(),
                pass.micros(pass.own()),
                pass.micros(pass.server()));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
