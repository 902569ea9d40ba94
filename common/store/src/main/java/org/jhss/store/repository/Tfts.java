// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.repository;

import java.util.List;
import org.hibernate.StatelessSession;
import org.jhss.store.entity.TftRow;

/** Flows of charging rules. */
public final class Tfts extends Repository<TftRow> {

    Tfts(StatelessSession session) {
        super(session, TftRow.class, "tftId");
    }

    /** The flows of a group. */
    public List<TftRow> findByGroup(int tftGroupId) {
        return findBy("tftGroupId", tftGroupId);
    }
}
