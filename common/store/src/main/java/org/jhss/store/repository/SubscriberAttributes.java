// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.repository;

import java.util.List;
import org.hibernate.StatelessSession;
import org.jhss.store.entity.SubscriberAttributeRow;

/** Free attributes of subscribers. */
public final class SubscriberAttributes extends Repository<SubscriberAttributeRow> {

    SubscriberAttributes(StatelessSession session) {
        super(session, SubscriberAttributeRow.class, "subscriberAttributesId");
    }

    /** The attributes of a subscriber. */
    public List<SubscriberAttributeRow> findBySubscriber(int subscriberId) {
        return findBy("subscriberId", subscriberId);
    }
}
