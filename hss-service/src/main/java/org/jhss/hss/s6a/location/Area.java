// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.location;

import java.util.Optional;
import java.util.OptionalInt;
import org.jhss.diameter.message.Avp;
import org.jhss.identity.Plmn;

/**
 * An area, or a cell in one, of a network: TAI (TS 23.003 19.4.2.3), LAI, RAI, CGI and SAI (TS 23.003 4, 12.5).
 *
 * @param plmn the network
 * @param code tracking area or location area code, 16 bits
 * @param part routing area, cell or service area within it; empty for an area as a whole
 */
public record Area(Plmn plmn, int code, OptionalInt part) {

    private static final int WHOLE_LENGTH = Plmn.ENCODED_LENGTH + Short.BYTES;

    /**
     * The area whose octets {@code avp} holds; empty when it is absent or malformed.
     *
     * @param partLength octets after the area code: 0, 1 or 2
     */
    static Optional<Area> decode(Avp avp, int partLength) {
        if (avp.valueLength() != WHOLE_LENGTH + partLength) {
            return Optional.empty();
        }
        int code = avp.octet(Plmn.ENCODED_LENGTH) << Byte.SIZE | avp.octet(Plmn.ENCODED_LENGTH + 1);
        var part = switch (partLength) {
            case 0 -> OptionalInt.empty();
            case 1 -> OptionalInt.of(avp.octet(WHOLE_LENGTH));
            default -> OptionalInt.of(avp.octet(WHOLE_LENGTH) << Byte.SIZE | avp.octet(WHOLE_LENGTH + 1));
        };
        return Plmn.decode(avp.buffer(), avp.valueOffset()).map(plmn -> new Area(plmn, code, part));
    }
}
