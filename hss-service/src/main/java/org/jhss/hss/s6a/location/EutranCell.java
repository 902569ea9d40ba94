// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.location;

import java.util.Optional;
import org.jhss.diameter.message.Avp;
import org.jhss.identity.Plmn;

/**
 * An E-UTRAN cell (ECGI, TS 23.003 19.6).
 *
 * @param plmn its network
 * @param eci E-UTRAN cell identity, 28 bits: the eNodeB's 20 and the cell's 8 for a macro eNodeB
 */
public record EutranCell(Plmn plmn, int eci) {

    private static final int ENCODED_LENGTH = Plmn.ENCODED_LENGTH + Integer.BYTES;
    private static final int ECI_MASK = (1 << 28) - 1;
    private static final int CELL_BITS = 8;
    private static final int CELL_MASK = (1 << CELL_BITS) - 1;

    /** The cell of E-UTRAN-Cell-Global-Identity (TS 29.272 7.3.117); empty when the octets are none. */
    static Optional<EutranCell> decode(Avp avp) {
        if (avp.valueLength() != ENCODED_LENGTH) {
            return Optional.empty();
        }
        int eci = 0;
        for (int i = Plmn.ENCODED_LENGTH; i < ENCODED_LENGTH; i++) {
            eci = eci << Byte.SIZE | avp.octet(i);
        }
        int cell = eci & ECI_MASK;
        return Plmn.decode(avp.buffer(), avp.valueOffset()).map(plmn -> new EutranCell(plmn, cell));
    }

    /** The eNodeB's part of the identity. */
    public int enodebId() {
        return eci >>> CELL_BITS;
    }

    /** The cell's part of the identity. */
    public int cellId() {
        return eci & CELL_MASK;
    }
}
