// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.access;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jhss.store.database.Database;
import org.jhss.store.database.DatabaseType;
import org.jhss.store.database.PreparedConnection;
import org.jhss.store.database.StoreException;
import org.jhss.store.database.Transactions;
import org.jspecify.annotations.Nullable;

/**
 * Answers to requests that a client may send again under the same key. Thread-safe, also between processes. Every method throws
 * {@link StoreException}.
 */
public final class KeptAnswers {

    /** What is known of a key. */
    public sealed interface Claim {

        /** Nothing: the request is the caller's to carry out, and then to {@link #keep} or {@link #forget}. */
        record Mine() implements Claim {}

        /** The same request is being carried out. */
        record Running() implements Claim {}

        /** The key was used for another request. */
        record OtherRequest() implements Claim {}

        /** The request was carried out. */
        record Answered(Answer answer) implements Claim {}
    }

    /**
     * An answer.
     *
     * @param headers the ones that matter, one a line
     */
    public record Answer(int status, String headers, String body) {}

    private static final String FIND =
            "SELECT request_hash, created, status, headers, body FROM jhss_idempotency WHERE key_hash = ?";
    private static final String TAKE_OVER =
            "UPDATE jhss_idempotency SET created = ? WHERE key_hash = ? AND status IS NULL AND created = ?";
    private static final String KEEP =
            "UPDATE jhss_idempotency SET status = ?, headers = ?, body = ? WHERE key_hash = ?";
    private static final String FORGET = "DELETE FROM jhss_idempotency WHERE key_hash = ?";
    private static final String PRUNE = "DELETE FROM jhss_idempotency WHERE created < ?";

    /** After this a claim without an answer counts as its process's death. */
    private static final Duration ABANDONED = Duration.ofMinutes(1);

    private record Known(
            String request, long created, @Nullable Answer answer) {}

    private final Transactions statements;
    private final String claim;

    public KeptAnswers(Database database) {
        this.statements = new Transactions(database);
        boolean mysql = database.type() == DatabaseType.MYSQL;
        this.claim = (mysql ? "INSERT IGNORE" : "INSERT")
                + " INTO jhss_idempotency (key_hash, request_hash, created) VALUES (?, ?, ?)"
                + (mysql ? "" : " ON CONFLICT (key_hash) DO NOTHING");
    }

    /**
     * Claims a key for a request.
     *
     * @param key SHA-256 of the key and whose it is
     * @param request SHA-256 of what is asked for
     */
    public Claim claim(String key, String request, Instant now) {
        return statements.write("claiming an idempotency key", connection -> {
            var insert = connection.prepare(claim);
            insert.setString(1, key);
            insert.setString(2, request);
            insert.setLong(3, now.toEpochMilli());
            if (insert.executeUpdate() == 1) {
                return new Claim.Mine();
            }
            var known = find(connection, key);
            if (known == null) {
                return new Claim.Running();
            }
            if (!known.request().equals(request)) {
                return new Claim.OtherRequest();
            }
            var answer = known.answer();
            if (answer != null) {
                return new Claim.Answered(answer);
            }
            if (known.created() > now.minus(ABANDONED).toEpochMilli()) {
                return new Claim.Running();
            }
            var take = connection.prepare(TAKE_OVER);
            take.setLong(1, now.toEpochMilli());
            take.setString(2, key);
            take.setLong(3, known.created());
            return take.executeUpdate() == 1 ? new Claim.Mine() : new Claim.Running();
        });
    }

    /** Keeps the answer to a claimed request. */
    public void keep(String key, Answer answer) {
        statements.write("keeping an answer", connection -> {
            var update = connection.prepare(KEEP);
            update.setInt(1, answer.status());
            update.setString(2, answer.headers());
            update.setString(3, answer.body());
            update.setString(4, key);
            return update.executeUpdate();
        });
    }

    /** Gives a claim back, since nothing was done. */
    public void forget(String key) {
        statements.write("forgetting an idempotency key", connection -> {
            var delete = connection.prepare(FORGET);
            delete.setString(1, key);
            return delete.executeUpdate();
        });
    }

    /** Forgets answers older than {@code before}; says how many. */
    public int prune(Instant before) {
        return statements.write("pruning kept answers", connection -> {
            var delete = connection.prepare(PRUNE);
            delete.setLong(1, before.toEpochMilli());
            return delete.executeUpdate();
        });
    }

    private static @Nullable Known find(PreparedConnection connection, String key) throws SQLException {
        var select = connection.prepare(FIND);
        select.setString(1, key);
        try (var rows = select.executeQuery()) {
            if (!rows.next()) {
                return null;
            }
            int status = rows.getInt(3);
            boolean answered = !rows.wasNull();
            return new Known(
                    rows.getString(1),
                    rows.getLong(2),
                    answered ? new Answer(status, rows.getString(4), rows.getString(5)) : null);
        }
    }
}
