// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.in;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jhss.provisioning.bulk.Part;
import org.jhss.provisioning.bulk.format.CardDigits;
import org.jhss.provisioning.bulk.format.TransportKey;

/**
 * How a file is to be imported.
 *
 * @param mode what to do with records
 * @param parts the parts to import, whatever else the file has; empty for all that the records have
 * @param defaults values, by column, for records and new rows that say nothing of it
 * @param mapped columns by the names that the file has for them
 * @param ignored names of the file's columns that are not wanted
 * @param order how the file writes IMSI and ICCID
 * @param transportKey decrypts K; empty when the file has keys in plain
 * @param encrypted the columns that {@code transportKey} decrypts, beyond those whose names say so
 * @param maxErrors ends the import when more records than that were rejected; empty for never
 * @param batch records of a transaction, at least 1
 * @param idleShare part of the time, in per cent below 100, in which the database is left to others
 * @param dryRun checks everything and writes nothing
 */
public record ImportOptions(
        ImportMode mode,
        Set<Part> parts,
        Map<String, String> defaults,
        Map<String, String> mapped,
        Set<String> ignored,
        CardDigits.Order order,
        Optional<TransportKey> transportKey,
        List<String> encrypted,
        Optional<Long> maxErrors,
        int batch,
        int idleShare,
        boolean dryRun) {

    /** On SQLite the next writer must find a gap. */
    public static final int GENTLE_IDLE_SHARE = 20;

    /** Short enough for a running HSS to wait for. */
    public static final int SQLITE_BATCH = 500;

    /** On servers a transaction holds nobody up. */
    public static final int SERVER_BATCH = 2_000;

    private static final int ALL = 100;

    /**
     * @throws IllegalArgumentException when a number is out of range
     */
    public ImportOptions {
        if (batch < 1 || idleShare < 0 || idleShare >= ALL) {
            throw new IllegalArgumentException("a transaction has at least one record; the share is 0 to 99 per cent");
        }
        parts = Set.copyOf(parts);
        defaults = Map.copyOf(defaults);
        mapped = Map.copyOf(mapped);
        ignored = Set.copyOf(ignored);
        encrypted = List.copyOf(encrypted);
    }

    /** Plain files of jHSS's own layout. */
    public static ImportOptions of(ImportMode mode) {
        return new ImportOptions(
                mode,
                Set.of(),
                Map.of(),
                Map.of(),
                Set.of(),
                CardDigits.Order.DETECT,
                Optional.empty(),
                List.of("ki"),
                Optional.empty(),
                SERVER_BATCH,
                0,
                false);
    }

    public ImportOptions withDefaults(Map<String, String> values) {
        return new ImportOptions(
                mode,
                parts,
                values,
                mapped,
                ignored,
                order,
                transportKey,
                encrypted,
                maxErrors,
                batch,
                idleShare,
                dryRun);
    }

    public ImportOptions withBatch(int records) {
        return new ImportOptions(
                mode,
                parts,
                defaults,
                mapped,
                ignored,
                order,
                transportKey,
                encrypted,
                maxErrors,
                records,
                idleShare,
                dryRun);
    }

    public ImportOptions withIdleShare(int percent) {
        return new ImportOptions(
                mode,
                parts,
                defaults,
                mapped,
                ignored,
                order,
                transportKey,
                encrypted,
                maxErrors,
                batch,
                percent,
                dryRun);
    }

    public ImportOptions withDryRun() {
        return new ImportOptions(
                mode,
                parts,
                defaults,
                mapped,
                ignored,
                order,
                transportKey,
                encrypted,
                maxErrors,
                batch,
                idleShare,
                true);
    }

    public ImportOptions withTransportKey(TransportKey key) {
        return new ImportOptions(
                mode,
                parts,
                defaults,
                mapped,
                ignored,
                order,
                Optional.of(key),
                encrypted,
                maxErrors,
                batch,
                idleShare,
                dryRun);
    }
}
