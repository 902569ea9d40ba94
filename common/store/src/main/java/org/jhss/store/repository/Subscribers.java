// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.repository;

import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.jhss.identity.Imsi;
import org.jhss.identity.Msisdn;
import org.jhss.store.entity.SubscriberRow;

/** Subscribers of the packet core. */
public final class Subscribers extends Repository<SubscriberRow> {

    Subscribers(StatelessSession session) {
        super(session, SubscriberRow.class, "subscriberId");
    }

    /** The subscriber with that IMSI. */
    public Optional<SubscriberRow> findByImsi(Imsi imsi) {
        return firstBy("imsi", imsi.value());
    }

    /** Subscribers with that MSISDN, which PyHSS does not keep unique. */
    public List<SubscriberRow> findByMsisdn(Msisdn msisdn) {
        return findBy("msisdn", msisdn.value());
    }
}
