// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.location;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import org.jhss.diameter.dictionary.AvpDefinition;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.Avp;

/**
 * How and when a location was seen.
 *
 * @param ageMinutes Age-Of-Location-Information (TS 29.272 7.3.126), minutes
 * @param current the terminal was paged for it (Current-Location-Retrieved, 7.3.125)
 * @param geographical Geographical-Information (7.3.123), hexadecimal
 * @param geodetic Geodetic-Information (7.3.124), hexadecimal
 */
public record Observation(
        OptionalLong ageMinutes, boolean current, Optional<String> geographical, Optional<String> geodetic) {

    static Observation of(Avp group) {
        var age = group.find(S6a.AGE_OF_LOCATION_INFORMATION);
        return new Observation(
                age.isPresent() ? OptionalLong.of(age.unsigned32()) : OptionalLong.empty(),
                group.has(S6a.CURRENT_LOCATION_RETRIEVED),
                hexadecimal(group, S6a.GEOGRAPHICAL_INFORMATION),
                hexadecimal(group, S6a.GEODETIC_INFORMATION));
    }

    /** When the subscriber was there, told at {@code now}. */
    Instant at(Instant now) {
        return now.minus(Duration.ofMinutes(ageMinutes.orElse(0)));
    }

    private static Optional<String> hexadecimal(Avp group, AvpDefinition avp) {
        var octets = group.octets(avp);
        return Arrays.equals(octets, new byte[0])
                ? Optional.empty()
                : Optional.of(HexFormat.of().formatHex(octets));
    }
}
