// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.in;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jhss.provisioning.bulk.format.FileFormat;
import org.jhss.provisioning.bulk.format.FormatException;
import org.jhss.provisioning.bulk.format.Formats;
import org.jhss.provisioning.bulk.format.RecordSource;
import org.jhss.provisioning.object.KeyPlacement;
import org.jhss.store.Store;
import org.jhss.store.bulk.BulkTransaction;
import org.jhss.store.bulk.ImportCounts;
import org.jhss.store.bulk.ImportRun;
import org.jhss.store.bulk.ImportRun.State;
import org.jhss.store.bulk.ImportRuns;
import org.jhss.store.change.NetworkChanges;
import org.jhss.store.database.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * One import of a file. Records are written in transactions that also say how far the import has come, so that it may be killed at
 * any moment and taken up again with nothing lost or done twice. {@link #run} once, in one thread; {@link #stop} from any.
 */
public final class SubscriberImport {

    private static final int ATTEMPTS = 20;
    private static final long PAUSE_MILLIS = 25;
    private static final int ALL = 100;

    private final Store store;
    private final NetworkChanges network;
    private final ImportRequest request;
    private final ImportOptions options;
    private final ProblemReport report;
    private final ImportListener listener;
    private final ImportRuns runs;
    private volatile boolean stopped;

    public SubscriberImport(
            Store store, NetworkChanges network, ImportRequest request, ProblemReport report, ImportListener listener) {
        this.store = store;
        this.network = network;
        this.request = request;
        this.options = request.options();
        this.report = report;
        this.listener = listener;
        this.runs = new ImportRuns(store.database());
    }

    /** Ends the import after the transaction that is going on; it can be taken up again. */
    public void stop() {
        stopped = true;
    }

    /**
     * Imports.
     *
     * @throws FormatException when the file cannot be read as what it is given for, or there is nothing to take up
     * @throws IOException when it, or the report, fails
     * @throws StoreException when the database fails; the import can be taken up
     */
    public ImportResult run() throws IOException, InterruptedException {
        long began = System.nanoTime();
        var digest = options.dryRun() ? "" : request.file().digest();
        var input = new CountedInput(request.file().open());
        try (var source = Formats.open(input, request.format(), request.columns())) {
            var names = new ColumnNames(capitals(), ignored(), source.format() == FileFormat.SIM_OUTPUT);
            var layouts = new Layout.Cache(names);
            var defaults = new HashMap<>(source.common());
            defaults.putAll(options.defaults());
            var assembler =
                    new Assembler(options, layouts, ApnNames.read(store.database()), Defaults.of(defaults, names));
            var chunks = new ChunkReader(source, layouts, assembler, options);
            var run = options.dryRun() ? null : begin(source, digest);
            var ended = new Work(chunks, input, run).run();
            return new ImportResult(
                    run == null ? 0 : run.id(),
                    run == null ? "" : run.operationId(),
                    source.format(),
                    ended.state(),
                    ended.counts(),
                    run == null ? 0 : run.counts().position(),
                    Duration.ofNanos(System.nanoTime() - began),
                    List.copyOf(chunks.unused()),
                    source.notes());
        }
    }

    private Map<String, String> capitals() {
        var capitals = new HashMap<String, String>();
        options.mapped().forEach((name, column) -> capitals.put(name.strip().toUpperCase(Locale.ROOT), column));
        return capitals;
    }

    private Set<String> ignored() {
        var ignored = new HashSet<String>();
        options.ignored().forEach(name -> ignored.add(name.strip().toUpperCase(Locale.ROOT)));
        return ignored;
    }

    private ImportRun begin(RecordSource source, String digest) throws IOException {
        if (!request.resume()) {
            return runs.start(
                    UUID.randomUUID().toString(),
                    request.actor(),
                    request.file().name(),
                    digest,
                    source.format().id(),
                    mode());
        }
        if (digest.isEmpty()) {
            throw new FormatException("only a file can be taken up again");
        }
        var run = runs.lastOf(digest)
                .orElseThrow(() -> new FormatException("no import of this file, as it is now, is known"));
        if (!run.isUnfinished()) {
            throw new FormatException("the last import of this file is done");
        }
        if (!run.mode().equals(mode())) {
            throw new FormatException("the import of this file was begun with mode " + run.mode() + ", not " + mode());
        }
        report.resume(run.counts().position());
        return run;
    }

    private String mode() {
        return options.mode().name().toLowerCase(Locale.ROOT);
    }

    /** How it ended. */
    private record Ended(State state, ImportCounts counts) {}

    /** The way through the file. */
    private final class Work {

        private final ChunkReader chunks;
        private final CountedInput input;
        private final @Nullable ImportRun run;
        private final BatchWriter writer;
        private final OptionalLong size;
        private ImportCounts counts;

        Work(ChunkReader chunks, CountedInput input, @Nullable ImportRun run) throws IOException {
            this.chunks = chunks;
            this.input = input;
            this.run = run;
            this.counts = run == null ? ImportCounts.NONE : run.counts();
            this.size = request.file().size().map(OptionalLong::of).orElse(OptionalLong.empty());
            var keys = new KeyPlacement(store.vault());
            this.writer = new BatchWriter(
                    new Planner(options.mode(), keys),
                    new Applier(keys, network, run == null ? "" : run.operationId()),
                    options.mode(),
                    run != null);
        }

        Ended run() throws IOException, InterruptedException {
            try (var queue = new ChunkQueue(chunks, counts.position())) {
                var state = through(queue);
                end(state);
                return new Ended(state, counts);
            } catch (IOException | RuntimeException e) {
                fail(e);
                throw e;
            }
        }

        private State through(ChunkQueue queue) throws IOException, InterruptedException {
            while (!stopped) {
                var chunk = queue.take();
                long began = System.nanoTime();
                if (chunk.last() > counts.position()) {
                    counts = write(chunk);
                }
                long took = System.nanoTime() - began;
                listener.progress(new ImportListener.Progress(counts, input.count(), size));
                if (isTooMuch()) {
                    return State.FAILED;
                }
                if (chunk.end()) {
                    return State.DONE;
                }
                rest(took);
            }
            return State.INTERRUPTED;
        }

        private boolean isTooMuch() {
            return options.maxErrors().isPresent()
                    && counts.rejected() > options.maxErrors().get();
        }

        /** Lets others write, which on SQLite find no gap between transactions otherwise. */
        private void rest(long took) throws InterruptedException {
            if (options.idleShare() > 0 && run != null) {
                Thread.sleep(Duration.ofNanos(took * options.idleShare() / (ALL - options.idleShare())));
            }
        }

        private ImportCounts write(Chunk chunk) throws IOException, InterruptedException {
            for (int attempt = 1; ; attempt++) {
                try {
                    return writeOnce(chunk);
                } catch (StoreException.Retryable e) {
                    if (attempt == ATTEMPTS) {
                        throw e;
                    }
                    Thread.sleep(PAUSE_MILLIS * attempt);
                } catch (StoreException.Conflict e) {
                    // Again with looking up what exists, then record by record; that ends it.
                    if (attempt == ATTEMPTS) {
                        throw e;
                    }
                }
            }
        }

        private ImportCounts writeOnce(Chunk chunk) throws IOException {
            if (run == null) {
                try (var transaction = BulkTransaction.beginReading(store.database())) {
                    var outcome = writer.write(transaction, chunk);
                    report.add(outcome.problems());
                    return counts.plus(outcome.counts());
                }
            }
            try (var transaction = BulkTransaction.begin(store.database())) {
                var outcome = writer.write(transaction, chunk);
                var sum = counts.plus(outcome.counts());
                advance(transaction, run, sum, State.RUNNING);
                report.add(outcome.problems());
                commit(transaction);
                return sum;
            }
        }

        private void commit(BulkTransaction transaction) throws IOException {
            try {
                transaction.commit();
            } catch (StoreException.Retryable | StoreException.Conflict e) {
                report.takeBack();
                throw e;
            }
        }

        private void advance(BulkTransaction transaction, ImportRun of, ImportCounts to, State state)
                throws IOException {
            if (!runs.advance(transaction, of.id(), counts.position(), state, to)) {
                throw new IOException("another process goes on with this import");
            }
        }

        private void end(State state) throws IOException {
            if (run != null) {
                try (var transaction = BulkTransaction.begin(store.database())) {
                    advance(transaction, run, counts, state);
                    transaction.commit();
                }
            }
        }

        /** Says so in the record if it can be said; else the record has it running, from which it can be taken up too. */
        private void fail(Exception failure) {
            try {
                end(State.FAILED);
            } catch (IOException | StoreException e) {
                failure.addSuppressed(e);
            }
        }
    }
}
