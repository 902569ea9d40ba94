// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.bulk;

/**
 * What became of the records of an import so far.
 *
 * @param position records done with, from the beginning of the file
 * @param created subscribers stored anew
 * @param updated subscribers changed
 * @param unchanged subscribers found as they should be, or already gone
 * @param deleted subscribers deleted
 * @param skipped subscribers left as they are, as asked for
 * @param rejected records that were wrong
 */
public record ImportCounts(
        long position, long created, long updated, long unchanged, long deleted, long skipped, long rejected) {

    /** Nothing yet. */
    public static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0, 0, 0);

    /** Both together, at the position of {@code more}. */
    public ImportCounts plus(ImportCounts more) {
        return new ImportCounts(
                more.position,
                created + more.created,
                updated + more.updated,
                unchanged + more.unchanged,
                deleted + more.deleted,
                skipped + more.skipped,
                rejected + more.rejected);
    }
}
