// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.sim;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jhss.identity.Imei;
import org.jhss.identity.Imsi;
import org.jhss.identity.Plmn;
import org.jhss.sim.stack.AvpWriter;

/**
 * What to say in an Update-Location-Request (TS 29.272 5.2.1.1).
 *
 * @param imsi the subscriber
 * @param plmn the visited network
 * @param ratType value of RAT-Type (TS 29.212 5.3.31)
 * @param flags bits of ULR-Flags besides the S6a/S6d indicator, which the simulated node sets by its kind
 * @param equipment sent as Terminal-Information when present
 * @param more appends further AVPs
 */
public record LocationUpdate(
        Imsi imsi, Plmn plmn, long ratType, Set<UlrFlag> flags, Optional<Imei> equipment, Consumer<AvpWriter> more) {

    /** RAT-Type UTRAN. */
    public static final long UTRAN = 1000;
    /** RAT-Type GERAN. */
    public static final long GERAN = 1001;
    /** RAT-Type EUTRAN. */
    public static final long EUTRAN = 1004;
    /** RAT-Type EUTRAN-NB-IoT. */
    public static final long EUTRAN_NB_IOT = 1005;

    /** An initial attach over E-UTRAN. */
    public static LocationUpdate attach(Imsi imsi, Plmn plmn) {
        return new LocationUpdate(imsi, plmn, EUTRAN, Set.of(UlrFlag.INITIAL_ATTACH), Optional.empty(), more -> {});
    }

    /** The same with these flags instead. */
    public LocationUpdate withFlags(UlrFlag... others) {
        return new LocationUpdate(imsi, plmn, ratType, Set.of(others), equipment, more);
    }

    /** The same over another radio access. */
    public LocationUpdate over(long rat) {
        return new LocationUpdate(imsi, plmn, rat, flags, equipment, more);
    }

    /** The same with Terminal-Information. */
    public LocationUpdate from(Imei imei) {
        return new LocationUpdate(imsi, plmn, ratType, flags, Optional.of(imei), more);
    }

    /** The same with further AVPs. */
    public LocationUpdate with(Consumer<AvpWriter> avps) {
        return new LocationUpdate(imsi, plmn, ratType, flags, equipment, more.andThen(avps));
    }
}
