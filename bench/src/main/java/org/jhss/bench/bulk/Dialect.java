// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.bulk;

import java.util.List;
import org.jhss.store.database.DatabaseType;

/**
 * How a database makes rows out of numbers by itself, and what it need not check meanwhile.
 *
 * @param before statements that relax it for loading
 * @param series what yields the numbers from {@code %1$d} to {@code %2$d} as {@code n}
 * @param padded the number {@code %1$s} as text of {@code %2$d} digits
 * @param after statements that undo {@code before} and count what is there, for the planner
 */
record Dialect(List<String> before, String series, String padded, List<String> after) {

    static Dialect of(DatabaseType type) {
        return switch (type) {
            case SQLITE ->
                new Dialect(
                        List.of(
                                "PRAGMA journal_mode = WAL",
                                "PRAGMA synchronous = OFF",
                                "PRAGMA foreign_keys = OFF",
                                "PRAGMA cache_size = -400000"),
                        "(WITH RECURSIVE series(n) AS (SELECT %1$d UNION ALL SELECT n + 1 FROM series WHERE n < %2$d)"
                                + " SELECT n FROM series)",
                        "printf('%%0%2$dd', %1$s)",
                        List.of("PRAGMA wal_checkpoint(TRUNCATE)"));
            case POSTGRESQL ->
                new Dialect(
                        // Foreign keys are checked by triggers, row for row.
                        List.of("SET session_replication_role = replica", "SET synchronous_commit = off"),
                        "generate_series(%1$d::bigint, %2$d::bigint) AS series(n)",
                        "lpad((%1$s)::text, %2$d, '0')",
                        List.of(
                                "SET session_replication_role = origin",
                                "SELECT setval('apn_apn_id_seq', 2)",
                                "SELECT setval('auc_auc_id_seq', max(auc_id)) FROM auc",
                                "SELECT setval('subscriber_subscriber_id_seq', max(subscriber_id)) FROM subscriber",
                                "VACUUM ANALYZE auc",
                                "VACUUM ANALYZE subscriber",
                                "CHECKPOINT"));
            case MYSQL ->
                new Dialect(
                        List.of("SET foreign_key_checks = 0", "SET unique_checks = 0"),
                        "(SELECT seq AS n FROM seq_%1$d_to_%2$d) AS series",
                        "lpad(%1$s, %2$d, '0')",
                        List.of("ANALYZE TABLE auc", "ANALYZE TABLE subscriber"));
        };
    }

    String numbers(long from, long to) {
        return series.formatted(from, to);
    }

    String text(String number, int digits) {
        return padded.formatted(number, digits);
    }
}
