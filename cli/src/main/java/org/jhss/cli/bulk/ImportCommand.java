// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.bulk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jhss.cli.config.Configuration;
import org.jhss.cli.output.Console;
import org.jhss.provisioning.bulk.Part;
import org.jhss.provisioning.bulk.in.ImportFile;
import org.jhss.provisioning.bulk.in.ImportListener;
import org.jhss.provisioning.bulk.in.ImportMode;
import org.jhss.provisioning.bulk.in.ImportOptions;
import org.jhss.provisioning.bulk.in.ImportRequest;
import org.jhss.provisioning.bulk.in.ImportResult;
import org.jhss.provisioning.bulk.in.ReportFile;
import org.jhss.provisioning.bulk.in.SubscriberImport;
import org.jhss.store.Store;
import org.jhss.store.bulk.ImportRun.State;
import org.jhss.store.database.DatabaseType;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jhss import}. */
@Command(
        name = "import",
        description = {
            "Stores subscribers from a file: CSV, JSON, a SIM vendor's output file, another core's list.",
            "Exit code 3 when records were rejected; they are in the report, the others are stored."
        },
        mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {

    /** Some records were not imported. */
    static final int REJECTED = 3;

    private static final String STANDARD_INPUT = "-";

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "The file, or - for standard input.")
    private String file = "";

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description =
                    "insert: what exists is an error; insert_new: it is passed over; upsert: it is changed where the file"
                            + " says something else; delete. Default: ${DEFAULT-VALUE}.")
    private ImportMode mode = ImportMode.INSERT;

    @Option(
            names = "--default",
            paramLabel = "COLUMN=VALUE",
            description = "For records that do not say, such as --default apn=internet. May be given again.")
    private Map<String, String> defaults = new LinkedHashMap<>();

    @Option(
            names = "--parts",
            split = ",",
            paramLabel = "PART",
            description = "Only these, and always: auc, subscriber, ims. Default: what the records have.")
    private List<String> parts = List.of();

    @ArgGroup(exclusive = false, heading = "%nThe file's layout:%n")
    private LayoutOptions layout = new LayoutOptions();

    @Option(names = "--dry-run", description = "Check everything, store nothing.")
    private boolean dryRun;

    @Option(names = "--resume", description = "Go on where an import of the same file has ended.")
    private boolean resume;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Where problems go: CSV, or JSON lines for a name in .json. Default: FILE.rejected.csv.")
    private @Nullable Path report;

    @Option(
            names = "--max-errors",
            paramLabel = "NUMBER",
            description = "End when more records than that were rejected.")
    private @Nullable Long maxErrors;

    @Option(names = "--batch", paramLabel = "RECORDS", description = "Records of a transaction.")
    private @Nullable Integer batch;

    @Option(
            names = "--gentle",
            paramLabel = "PERCENT",
            description = "Share of the time in which the database is left to others. Default: 20 on SQLite, else 0.")
    private @Nullable Integer gentle;

    @Option(names = "--actor", paramLabel = "NAME", description = "Who imports, for the audit. Default: the account.")
    private String actor = "cli:" + System.getProperty("user.name", "");

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "Show no progress.")
    private boolean quiet;

    /** A command that prints to {@code console}. */
    public ImportCommand(Console console) {
        this.console = console;
    }

    /** Exit code 0 when all records were imported, 3 when some were rejected, 1 when the import did not get through. */
    @Override
    public Integer call() throws IOException, InterruptedException {
        var config = Configuration.load();
        try (var store = Store.open(config.database());
                var problems = new ReportFile(reportPath())) {
            store.migrator().migrate();
            var options = options(store.database().type());
            var request = new ImportRequest(input(), layout.format(), layout.columns(), options, actor, resume);
            var bar = new ProgressBar(console, !quiet);
            var job = new SubscriberImport(
                    store,
                    store.networkChanges(config.hss().changes()),
                    request,
                    problems,
                    progress -> show(bar, progress));
            var told = new CountDownLatch(1);
            var hook = stopAtInterrupt(job, told);
            try {
                var result = job.run();
                bar.end();
                new ImportSummary(console, reportPath(), dryRun).print(result, json);
                return exitCode(result);
            } finally {
                removeHook(hook);
                told.countDown();
            }
        }
    }

    private static void show(ProgressBar bar, ImportListener.Progress progress) {
        var counts = progress.counts();
        bar.update(
                counts.position(),
                share(progress.octetsRead(), progress.octets()),
                counts.rejected() > 0 ? counts.rejected() + " rejected" : "");
    }

    private static double share(long read, OptionalLong octets) {
        return octets.isPresent() && octets.getAsLong() > 0 ? (double) read / octets.getAsLong() : 0;
    }

    /** An interrupt of the process lets the transaction end, and the result be told. */
    private static Thread stopAtInterrupt(SubscriberImport job, CountDownLatch told) {
        var hook = new Thread(
                () -> {
                    job.stop();
                    try {
                        told.await();
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                },
                "jhss-import-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        return hook;
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The process is ending, which is why the import has.
        }
    }

    private ImportFile input() {
        return file.equals(STANDARD_INPUT) ? ImportFile.of("standard input", System.in) : ImportFile.of(Path.of(file));
    }

    private Path reportPath() {
        if (report != null) {
            return report;
        }
        return Path.of(file.equals(STANDARD_INPUT) ? "import.rejected.csv" : file + ".rejected.csv");
    }

    private ImportOptions options(DatabaseType type) throws IOException {
        boolean sqlite = type == DatabaseType.SQLITE;
        return new ImportOptions(
                mode,
                parts(),
                defaults,
                layout.mapped(),
                layout.ignored(),
                layout.digits(),
                layout.transportKey(),
                layout.encrypted(),
                Optional.ofNullable(maxErrors),
                batch != null ? batch : sqlite ? ImportOptions.SQLITE_BATCH : ImportOptions.SERVER_BATCH,
                gentle != null ? gentle : sqlite ? ImportOptions.GENTLE_IDLE_SHARE : 0,
                dryRun);
    }

    private Set<Part> parts() {
        var found = EnumSet.noneOf(Part.class);
        for (var part : parts) {
            found.add(Part.of(part)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "there is no part '" + part + "', but " + Arrays.toString(Part.values()))));
        }
        return found;
    }

    private static int exitCode(ImportResult result) {
        if (result.state() != State.DONE) {
            return ExitCode.SOFTWARE;
        }
        return result.counts().rejected() > 0 ? REJECTED : ExitCode.OK;
    }
}
