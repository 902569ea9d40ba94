// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.originated;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jhss.diameter.message.ExperimentalResultCode;
import org.jhss.hss.outbound.OutboundResult;
import org.jhss.identity.Imsi;
import org.jhss.store.work.Need;

/**
 * Registrations that their node knows nothing of: it has deleted the subscriber without telling, hence they are as good as purged
 * (TS 29.272 5.2.2.1.2, 5.2.2.2.2: a node answers DIAMETER_ERROR_USER_UNKNOWN for such).
 */
final class Disowned {

    private static final Set<Need> NEEDS = EnumSet.of(Need.SERVING_NODES);

    private final Subscribers subscribers;

    Disowned(Subscribers subscribers) {
        this.subscribers = subscribers;
    }

    /** Marks the registrations of nodes that have answered so as purged, unless the subscriber has registered anew meanwhile. */
    void note(Imsi imsi, List<Delivery> deliveries) {
        var unknown = deliveries.stream()
                .filter(delivery -> isUserUnknown(delivery.result()))
                .toList();
        if (unknown.isEmpty()) {
            return;
        }
        subscribers.change(imsi, NEEDS, state -> {
            for (var delivery : unknown) {
                if (delivery.target().isCurrent(state)) {
                    state.purge(delivery.target().type());
                }
            }
        });
    }

    private static boolean isUserUnknown(OutboundResult result) {
        var code = ExperimentalResultCode.USER_UNKNOWN;
        return result instanceof OutboundResult.Answer answer
                && answer.vendorId() == code.vendorId()
                && answer.code() == code.value();
    }
}
