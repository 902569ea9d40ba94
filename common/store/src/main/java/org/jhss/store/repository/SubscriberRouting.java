// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.repository;

import java.util.List;
import org.hibernate.StatelessSession;
import org.jhss.store.entity.SubscriberRoutingRow;

/** Fixed addresses of subscribers. */
public final class SubscriberRouting extends Repository<SubscriberRoutingRow> {

    SubscriberRouting(StatelessSession session) {
        super(session, SubscriberRoutingRow.class, "subscriberRoutingId");
    }

    /** The addresses of a subscriber. */
    public List<SubscriberRoutingRow> findBySubscriber(int subscriberId) {
        return findBy("subscriberId", subscriberId);
    }
}
