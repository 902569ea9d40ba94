// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.repository;

import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.jhss.store.entity.ServingApnRow;

/** Sessions at PDN gateways. */
public final class ServingApns extends Repository<ServingApnRow> {

    ServingApns(StatelessSession session) {
        super(session, ServingApnRow.class, "servingApnId");
    }

    /** The sessions of a subscriber. */
    public List<ServingApnRow> findBySubscriber(int subscriberId) {
        return findBy("subscriberId", subscriberId);
    }

    /** The session with that Gx Session-Id. */
    public Optional<ServingApnRow> findBySession(String pcrfSessionId) {
        return firstBy("pcrfSessionId", pcrfSessionId);
    }

    /** Sessions with that UE address. */
    public List<ServingApnRow> findByAddress(String address) {
        return findBy("subscriberRouting", address);
    }
}
