// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.change;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jhss.identity.Imsi;

/**
 * A row about to be written.
 *
 * @param kind what happened
 * @param imsi the subscriber, when there is one
 * @param subject the row that changed: subscriber, APN, rule or network
 * @param detail the rest
 * @param parent the wide change that it is a part of
 * @param token what its writer knows it by
 * @param delayMillis how long it waits before its first attempt
 */
record NewChange(
        ChangeKind kind,
        Optional<Imsi> imsi,
        OptionalInt subject,
        Detail detail,
        OptionalLong parent,
        OptionalLong token,
        long delayMillis) {

    static NewChange ofSubscriber(ChangeKind kind, Imsi imsi, int subscriberId, Detail detail) {
        return new NewChange(
                kind,
                Optional.of(imsi),
                OptionalInt.of(subscriberId),
                detail,
                OptionalLong.empty(),
                OptionalLong.empty(),
                0);
    }
}
