// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.repository;

import java.util.List;
import org.hibernate.StatelessSession;
import org.jhss.store.entity.ApnRow;

/** Access points. */
public final class Apns extends Repository<ApnRow> {

    Apns(StatelessSession session) {
        super(session, ApnRow.class, "apnId");
    }

    /** APNs of that name, which PyHSS does not keep unique; the name as it is spelt. */
    public List<ApnRow> findByName(String name) {
        return findBy("apn", name);
    }
}
