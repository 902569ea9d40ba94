// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.in;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jhss.provisioning.bulk.Part;
import org.jhss.provisioning.bulk.in.Decision.RowChange;
import org.jhss.store.bulk.BulkTransaction;
import org.jhss.store.bulk.ImportCounts;
import org.jhss.store.database.StoreException;

/**
 * Plans and writes the records of a chunk within a transaction. As long as all records are new, nothing is looked up: the database's
 * keys say when one is not.
 */
final class BatchWriter {

    private final Planner planner;
    private final Applier applier;
    private final boolean writes;
    private final boolean deletes;
    private boolean expectsNew = true;
    private boolean oneByOne;

    /**
     * @param writes false for a dry run
     */
    BatchWriter(Planner planner, Applier applier, ImportMode mode, boolean writes) {
        this.planner = planner;
        this.applier = applier;
        this.writes = writes;
        this.deletes = mode == ImportMode.DELETE;
    }

    /** What a transaction would commit. */
    record Outcome(ImportCounts counts, List<RecordProblem> problems) {}

    /**
     * Writes the chunk's records.
     *
     * @throws StoreException.Conflict when nothing may be committed and the chunk be written again: it will be more careful
     */
    Outcome write(BulkTransaction transaction, Chunk chunk) {
        var records = chunk.records();
        boolean blind = writes
                && !deletes
                && expectsNew
                && !oneByOne
                && records.stream().allMatch(BatchWriter::isWhole);
        var existing = blind ? Existing.imsSubscribersOnly(transaction, records) : Existing.read(transaction, records);
        var decisions = new ArrayList<Decision>(records.size());
        for (var record : records) {
            decisions.add(planner.decide(record, existing));
        }
        if (writes) {
            if (oneByOne) {
                applyOneByOne(transaction, decisions);
            } else {
                apply(transaction, decisions, blind);
            }
        }
        if (!blind) {
            expectsNew = decisions.stream()
                    .allMatch(decision -> decision instanceof Decision.Store store
                            && store.changes().values().stream().allMatch(RowChange::isNew));
        }
        oneByOne = false;
        return outcome(chunk, decisions);
    }

    private void apply(BulkTransaction transaction, List<Decision> decisions, boolean blind) {
        try {
            applier.apply(transaction, decisions);
        } catch (StoreException.Conflict e) {
            if (blind) {
                expectsNew = false;
            } else {
                oneByOne = true;
            }
            throw e;
        }
    }

    /** Only the record that contradicts what is stored is lost. */
    private void applyOneByOne(BulkTransaction transaction, List<Decision> decisions) {
        decisions.replaceAll(decision -> {
            boolean acts = decision instanceof Decision.Store || decision instanceof Decision.Delete;
            return !acts || transaction.attempt(() -> applier.apply(transaction, List.of(decision)))
                    ? decision
                    : new Decision.Reject(decision.record(), List.of(conflict(decision)));
        });
    }

    private static RecordProblem conflict(Decision decision) {
        return decision instanceof Decision.Delete
                ? decision.record().problem("", "referenced", "is referred to by other rows of the database")
                : decision.record().problem("", "conflict", "contradicts a unique key or a reference of the database");
    }

    /** Whether it could be stored in an empty database: if not, it must be about what exists. */
    private static boolean isWhole(SubscriberRecord record) {
        return (record.part(Part.SUBSCRIBER).isEmpty() || record.part(Part.AUC).isPresent())
                && record.parts().values().stream()
                        .allMatch(row -> row.missing().isEmpty());
    }

    private static Outcome outcome(Chunk chunk, List<Decision> decisions) {
        long created = 0;
        long updated = 0;
        long unchanged = 0;
        long deleted = 0;
        long skipped = 0;
        long rejected = chunk.rejected();
        var problems = new ArrayList<>(chunk.problems());
        for (var decision : decisions) {
            switch (decision) {
                case Decision.Store store when store.creates() -> created++;
                case Decision.Store _ -> updated++;
                case Decision.Unchanged _ -> unchanged++;
                case Decision.Delete _ -> deleted++;
                case Decision.Skip _ -> skipped++;
                case Decision.Reject(var _, var found) -> {
                    rejected++;
                    problems.addAll(found);
                }
            }
        }
        problems.sort(Comparator.comparingLong(RecordProblem::number));
        return new Outcome(
                new ImportCounts(chunk.last(), created, updated, unchanged, deleted, skipped, rejected), problems);
    }
}
