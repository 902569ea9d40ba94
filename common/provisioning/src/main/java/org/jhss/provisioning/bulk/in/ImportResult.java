// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.in;

import java.time.Duration;
import java.util.List;
import org.jhss.provisioning.bulk.format.FileFormat;
import org.jhss.store.bulk.ImportCounts;
import org.jhss.store.bulk.ImportRun.State;

/**
 * How an import ended.
 *
 * @param id its row in {@code jhss_import}; 0 after a dry run
 * @param operationId the audit's name for all its changes
 * @param format what the file was read as
 * @param state how it ended; a dry run ends as {@code DONE}
 * @param counts what became of the records, those of former attempts included
 * @param resumedAt records that former attempts were done with
 * @param elapsed time of this attempt
 * @param unused columns of the file that were passed over
 * @param notes what the operator should know
 */
public record ImportResult(
        long id,
        String operationId,
        FileFormat format,
        State state,
        ImportCounts counts,
        long resumedAt,
        Duration elapsed,
        List<String> unused,
        List<String> notes) {

    private static final double NANOS = 1e9;

    /** Records of this attempt in a second. */
    public double rate() {
        return (counts.position() - resumedAt) / Math.max(elapsed.toNanos() / NANOS, 1 / NANOS);
    }
}
