// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.change;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A row of {@code jhss_change}.
 *
 * @param id its number; greater ones were recorded later
 * @param created when the change was made
 * @param kind what happened
 * @param imsi the subscriber, unless it is a wide one
 * @param subject id of the row that changed: subscriber, APN, rule or network
 * @param operationId operation log entry that made it
 * @param parent the wide change that it is a part of
 * @param detail the rest
 * @param state how far it is
 * @param attempts how often it was tried
 * @param nextAttempt when it is tried (again), while it is pending
 * @param spread subscribers that a wide one has reached so far
 * @param supersededBy the change that has taken its place
 * @param finished when it ended
 */
public record Change(
        long id,
        Instant created,
        ChangeKind kind,
        Optional<String> imsi,
        OptionalInt subject,
        Optional<String> operationId,
        OptionalLong parent,
        Detail detail,
        ChangeState state,
        int attempts,
        Instant nextAttempt,
        long spread,
        OptionalLong supersededBy,
        Optional<Instant> finished) {}
