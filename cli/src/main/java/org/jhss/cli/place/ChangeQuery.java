// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.place;

import java.util.Optional;
import org.jhss.identity.Imsi;
import org.jhss.store.change.ChangeState;

/**
 * Which changes that the network hears of, the latest first; what is empty does not matter.
 *
 * @param operationId made by that operation
 * @param imsi of that subscriber
 * @param state how far they are
 * @param limit most changes, at least 1
 */
public record ChangeQuery(Optional<String> operationId, Optional<Imsi> imsi, Optional<ChangeState> state, int limit) {}
