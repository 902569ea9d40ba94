// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.change;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jhss.identity.Imsi;
import org.jhss.store.database.PreparedConnection;

/**
 * A subscriber has left a node, which must hear of it (TS 29.272 5.2.1.2): kept until the node has confirmed, so that the news
 * outlives the process.
 *
 * @param imsi the subscriber
 * @param node the node that it has left
 * @param cancellationType Cancellation-Type (7.3.24)
 * @param token a random number by which the writer finds it again
 * @param at when it moved
 * @param patience how long the writer itself tries, before it is left to the dispatcher
 */
public record Move(Imsi imsi, TargetNode node, int cancellationType, long token, Instant at, Duration patience) {

    /** Adds {@code moves} in one batch within somebody's transaction. */
    public static void write(PreparedConnection connection, List<Move> moves) throws SQLException {
        var insert = connection.prepare(ChangeInsert.SQL);
        for (var move : moves) {
            ChangeInsert.bind(insert, move.row(), new Origin(Optional.empty(), move.at()));
            insert.addBatch();
        }
        insert.executeBatch();
    }

    private NewChange row() {
        return new NewChange(
                ChangeKind.MOVED,
                Optional.of(imsi),
                OptionalInt.empty(),
                new Detail(Set.of(), Optional.empty(), List.of(node), OptionalInt.of(cancellationType)),
                OptionalLong.empty(),
                OptionalLong.of(token),
                patience.toMillis());
    }
}
