// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.originated;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jhss.identity.Imsi;
import org.jhss.store.Store;
import org.jhss.store.work.Need;
import org.jhss.store.work.SubscriberState;

/** Reads and changes one subscriber in a transaction of its own; none is open while an answer is waited for. */
final class Subscribers {

    private final Store store;

    Subscribers(Store store) {
        this.store = store;
    }

    /** What {@code reader} makes of the subscriber; empty when there is no subscription. It may be asked again. */
    <T> Optional<T> read(Imsi imsi, Set<Need> needs, Function<SubscriberState, T> reader) {
        return store.unitsOfWork().run(work -> {
            work.prefetch(List.of(imsi), needs);
            return work.subscriber(imsi)
                    .filter(state -> state.access().isPresent())
                    .map(reader);
        });
    }

    /** Changes the subscriber, if there still is a subscription. {@code change} may run again. */
    void change(Imsi imsi, Set<Need> needs, Consumer<SubscriberState> change) {
        store.unitsOfWork().run(work -> {
            work.prefetch(List.of(imsi), needs);
            var found = work.subscriber(imsi).filter(state -> state.access().isPresent());
            found.ifPresent(change);
            work.commit();
            return found.isPresent();
        });
    }
}
