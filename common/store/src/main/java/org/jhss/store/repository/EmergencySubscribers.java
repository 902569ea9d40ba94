// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.repository;

import java.util.List;
import org.hibernate.StatelessSession;
import org.jhss.identity.Imsi;
import org.jhss.store.entity.EmergencySubscriberRow;

/** Sessions of those who call for help. */
public final class EmergencySubscribers extends Repository<EmergencySubscriberRow> {

    EmergencySubscribers(StatelessSession session) {
        super(session, EmergencySubscriberRow.class, "emergencySubscriberId");
    }

    /** The sessions of an IMSI. */
    public List<EmergencySubscriberRow> findByImsi(Imsi imsi) {
        return findBy("imsi", imsi.value());
    }
}
