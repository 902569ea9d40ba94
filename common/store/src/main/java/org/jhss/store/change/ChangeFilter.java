// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.change;

import java.util.Optional;
import java.util.OptionalLong;
import org.jhss.identity.Imsi;

/**
 * Which changes to read; what is empty does not matter.
 *
 * @param operationId made by that operation
 * @param imsi of that subscriber
 * @param parent parts of that wide change
 * @param state how far they are
 * @param kind what they tell of
 * @param before with a number below this, for the next page
 */
public record ChangeFilter(
        Optional<String> operationId,
        Optional<Imsi> imsi,
        OptionalLong parent,
        Optional<ChangeState> state,
        Optional<ChangeKind> kind,
        OptionalLong before) {

    /** All of them. */
    public static final ChangeFilter ALL = new ChangeFilter(
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty());

    /** Those that one operation made. */
    public static ChangeFilter ofOperation(String operationId) {
        return new ChangeFilter(
                Optional.of(operationId),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty());
    }

    /** Those of one subscriber. */
    public static ChangeFilter ofSubscriber(Imsi imsi) {
        return new ChangeFilter(
                Optional.empty(),
                Optional.of(imsi),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty());
    }
}
