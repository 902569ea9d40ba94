// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.change;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a change came from.
 *
 * @param operationId of the operation log, at most 36 characters; empty when none is kept
 * @param at when it was made
 */
public record Origin(Optional<String> operationId, Instant at) {}
