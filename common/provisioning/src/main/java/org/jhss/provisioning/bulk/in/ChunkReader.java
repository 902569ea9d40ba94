// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.in;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jhss.provisioning.bulk.format.Entry;
import org.jhss.provisioning.bulk.format.FileFormat;
import org.jhss.provisioning.bulk.format.FormatException;
import org.jhss.provisioning.bulk.format.RecordSource;

/** Reads and checks records, a transaction's worth at a time. One thread. */
final class ChunkReader {

    private final RecordSource source;
    private final Layout.Cache layouts;
    private final Assembler assembler;
    private final ImportOptions options;
    private final SeenNumbers seen = new SeenNumbers();
    private final Set<String> unused = new TreeSet<>();
    private long last;
    private boolean begun;

    ChunkReader(RecordSource source, Layout.Cache layouts, Assembler assembler, ImportOptions options) {
        this.source = source;
        this.layouts = layouts;
        this.assembler = assembler;
        this.options = options;
    }

    /** Names of the file's columns that were passed over; to be asked for at the end. */
    Set<String> unused() {
        return unused;
    }

    /** Passes over what a former attempt was done with, but remembers its numbers. */
    void skip(long records) throws IOException {
        while (last < records) {
            var entry = source.next();
            if (entry.isEmpty()) {
                throw new FormatException("the file has fewer records than were imported of it");
            }
            last = entry.get().number();
            read(entry.get(), new ArrayList<>(), new ArrayList<>());
        }
    }

    /** The next records. */
    Chunk next() throws IOException {
        var records = new ArrayList<SubscriberRecord>(options.batch());
        var problems = new ArrayList<RecordProblem>();
        int rejected = 0;
        for (int i = 0; i < options.batch(); i++) {
            var entry = source.next();
            if (entry.isEmpty()) {
                return new Chunk(records, problems, rejected, last, true);
            }
            last = entry.get().number();
            if (!read(entry.get(), records, problems)) {
                rejected++;
            }
        }
        return new Chunk(records, problems, rejected, last, false);
    }

    private boolean read(Entry entry, List<SubscriberRecord> records, List<RecordProblem> problems) throws IOException {
        return switch (entry) {
            case Entry.Malformed(var number, var line, var problem) -> {
                problems.add(new RecordProblem(number, line, "", "", "format", problem));
                yield false;
            }
            case Entry.Raw raw -> {
                if (!begun) {
                    begun = true;
                    look(raw);
                }
                yield read(raw, records, problems);
            }
        };
    }

    private boolean read(Entry.Raw raw, List<SubscriberRecord> records, List<RecordProblem> problems) {
        return switch (assembler.assemble(raw)) {
            case Assembler.Result.Bad(var found) -> {
                problems.addAll(found);
                yield false;
            }
            case Assembler.Result.Good(var record) -> {
                var duplicates = seen.add(record, options.mode() == ImportMode.DELETE);
                problems.addAll(duplicates);
                yield duplicates.isEmpty() && records.add(record);
            }
        };
    }

    /** What a header says holds for all records: better refused at once than a million times. */
    private void look(Entry.Raw first) throws FormatException {
        var layout = layouts.of(first.names());
        unused.addAll(layout.unused());
        if (source.format() == FileFormat.CSV && !layout.unknown().isEmpty()) {
            throw new FormatException("unknown columns " + layout.unknown()
                    + ": map them (--map NAME=column) or pass them over (--ignore NAME)");
        }
        if ((source.keysAreEncrypted() || layout.namesEncrypted())
                && options.transportKey().isEmpty()
                && options.mode() != ImportMode.DELETE) {
            throw new FormatException("the file says that its keys are encrypted: give the key they were encrypted with"
                    + " (--transport-key FILE), or import without them (--ignore)");
        }
    }
}
