// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.repository;

import java.util.List;
import org.hibernate.StatelessSession;
import org.jhss.store.entity.ServingNodeRow;

/** Registrations at MMEs and SGSNs. */
public final class ServingNodes extends Repository<ServingNodeRow> {

    ServingNodes(StatelessSession session) {
        super(session, ServingNodeRow.class, "subscriberId");
    }

    /** The registrations of a subscriber. */
    public List<ServingNodeRow> findBySubscriber(int subscriberId) {
        return findBy("subscriberId", subscriberId);
    }
}
