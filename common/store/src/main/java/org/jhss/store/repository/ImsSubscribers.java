// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.repository;

import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.jhss.identity.Imsi;
import org.jhss.identity.Msisdn;
import org.jhss.store.entity.ImsSubscriberRow;

/** Subscribers of the IMS. */
public final class ImsSubscribers extends Repository<ImsSubscriberRow> {

    ImsSubscribers(StatelessSession session) {
        super(session, ImsSubscriberRow.class, "imsSubscriberId");
    }

    /** The subscriber with that main MSISDN. */
    public Optional<ImsSubscriberRow> findByMsisdn(Msisdn msisdn) {
        return firstBy("msisdn", msisdn.value());
    }

    /** Subscribers with that IMSI, which PyHSS does not keep unique. */
    public List<ImsSubscriberRow> findByImsi(Imsi imsi) {
        return findBy("imsi", imsi.value());
    }
}
