// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.pipeline;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jhss.hss.handler.Plan;
import org.jhss.identity.Imsi;
import org.jhss.store.work.Equipment;
import org.jhss.store.work.Need;
import org.jhss.store.work.UnitOfWork;

/** What a message, or a whole batch, needs from the database. */
final class Needs implements Plan {

    private final List<Imsi> imsis = new ArrayList<>();
    private final EnumSet<Need> needs = EnumSet.noneOf(Need.class);
    private final List<Equipment.Check> checks = new ArrayList<>();

    @Override
    public void subscriber(Imsi imsi, Set<Need> itsNeeds) {
        imsis.add(imsi);
        needs.addAll(itsNeeds);
    }

    @Override
    public void equipment(Equipment.Check check) {
        checks.add(check);
    }

    void addAll(Needs others) {
        imsis.addAll(others.imsis);
        needs.addAll(others.needs);
        checks.addAll(others.checks);
    }

    boolean isEmpty() {
        return imsis.isEmpty() && checks.isEmpty();
    }

    void clear() {
        imsis.clear();
        needs.clear();
        checks.clear();
    }

    /** Loads all of it, in as few statements as the store can. */
    void prefetch(UnitOfWork work) {
        work.prefetch(imsis, needs);
        work.equipment().prefetch(checks);
    }
}
