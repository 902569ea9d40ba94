// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.location;

import java.time.Instant;
import java.util.Optional;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.Avp;
import org.jhss.store.work.LastSeen;
import org.jhss.store.work.SubscriberState;

/** The EPS-Location-Information AVP (TS 29.272 7.3.111), as far as it is readable. */
public record EpsLocation(Optional<MmeLocation> mme, Optional<SgsnLocation> sgsn) {

    /** What {@code avp} tells; nothing when it is absent. */
    public static EpsLocation of(Avp avp) {
        return new EpsLocation(
                Optional.of(avp.find(S6a.MME_LOCATION_INFORMATION))
                        .filter(Avp::isPresent)
                        .map(MmeLocation::of),
                Optional.of(avp.find(S6a.SGSN_LOCATION_INFORMATION))
                        .filter(Avp::isPresent)
                        .map(SgsnLocation::of));
    }

    /**
     * The E-UTRAN cell or tracking area, told at {@code now}, in the form that is stored. PyHSS's columns have no place for the areas of
     * an SGSN.
     */
    public Optional<LastSeen> lastSeen(Instant now) {
        return mme.flatMap(location -> lastSeen(location, now));
    }

    /** Stores the location with {@code subscriber}, unless a later one is known. Needs {@code SERVING_NODES}. */
    public void storeIn(SubscriberState subscriber, Instant now) {
        lastSeen(now)
                .filter(seen -> subscriber
                        .lastSeen()
                        .filter(known -> known.at().isAfter(seen.at()))
                        .isEmpty())
                .ifPresent(subscriber::seenAt);
    }

    private static Optional<LastSeen> lastSeen(MmeLocation location, Instant now) {
        var cell = location.cell();
        var area = location.trackingArea();
        if (cell.isEmpty() && area.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new LastSeen(
                cell.map(known -> Integer.toString(known.eci())).orElse(""),
                cell.map(known -> Integer.toString(known.enodebId())).orElse(""),
                cell.map(known -> Integer.toString(known.cellId())).orElse(""),
                area.map(known -> Integer.toString(known.code())).orElse(""),
                area.map(Area::plmn).or(() -> cell.map(EutranCell::plmn)),
                location.observation().at(now)));
    }
}
