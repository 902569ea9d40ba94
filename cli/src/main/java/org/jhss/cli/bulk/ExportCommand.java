// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.bulk;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jhss.cli.config.Configuration;
import org.jhss.cli.output.Console;
import org.jhss.provisioning.bulk.out.ExportOptions;
import org.jhss.provisioning.bulk.out.SubscriberExport;
import org.jhss.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jhss export}. */
@Command(
        name = "export",
        description = {
            "Writes subscribers, their keys' data and IMS subscribers to a file that jhss import takes.",
            "All are those of one moment, while services go on."
        },
        mixinStandardHelpOptions = true)
public final class ExportCommand implements Callable<Integer> {

    private static final String STANDARD_OUTPUT = "-";
    private static final double NANOS = 1e9;
    private static final int BUFFER = 1 << 16;

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "A new file, or - for standard output.")
    private String file = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}. Default: NDJSON for a name in json, else CSV.")
    private ExportOptions.@Nullable Format format;

    @Option(names = "--with-secrets", description = "Keys and codes too, readable; the file is its owner's only.")
    private boolean withSecrets;

    @Option(names = "--imsi", paramLabel = "PREFIX", description = "Only IMSIs that begin so.")
    private String imsiPrefix = "";

    @Option(names = "--apn", paramLabel = "NAME", description = "Only subscribers with this default APN.")
    private @Nullable String apn;

    @Option(names = "--batch-name", paramLabel = "NAME", description = "Only SIMs of this delivery.")
    private @Nullable String batchName;

    @Option(
            names = "--enabled",
            paramLabel = "BOOLEAN",
            arity = "0..1",
            fallbackValue = "true",
            description = "Only enabled subscribers, or with false only disabled ones.")
    private @Nullable Boolean enabled;

    @Option(
            names = {"-q", "--quiet"},
            description = "Show no progress.")
    private boolean quiet;

    /** A command that prints to {@code console}. */
    public ExportCommand(Console console) {
        this.console = console;
    }

    /** Exit code 0 when everything was written. */
    @Override
    public Integer call() throws IOException {
        long began = System.nanoTime();
        try (var store = Store.open(Configuration.load().database())) {
            var bar = new ProgressBar(console, !quiet);
            long count;
            try (var out = output()) {
                count = new SubscriberExport(store, options()).write(out, records -> bar.update(records, 0, ""));
            }
            bar.end();
            double seconds = (System.nanoTime() - began) / NANOS;
            if (!file.equals(STANDARD_OUTPUT)) {
                console.println(
                        String.format(Locale.ROOT, "%,d records in %.1f s, %,.0f/s", count, seconds, count / seconds));
            }
        }
        return ExitCode.OK;
    }

    private ExportOptions options() {
        var byName = file.endsWith("json") ? ExportOptions.Format.NDJSON : ExportOptions.Format.CSV;
        return new ExportOptions(
                format == null ? byName : format,
                withSecrets,
                imsiPrefix,
                Optional.ofNullable(apn),
                Optional.ofNullable(batchName),
                Optional.ofNullable(enabled));
    }

    private Writer output() throws IOException {
        if (file.equals(STANDARD_OUTPUT)) {
            return new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), BUFFER);
        }
        var path = Path.of(file);
        if (withSecrets && Files.getFileStore(path.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
            // Before anything is in it.
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return Files.newBufferedWriter(path, StandardOpenOption.TRUNCATE_EXISTING);
        }
        return Files.newBufferedWriter(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }
}
