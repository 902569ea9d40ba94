// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.work;

import java.time.Instant;
import java.util.Optional;
import org.jhss.identity.Plmn;

/**
 * The cell a subscriber was last seen in. PyHSS keeps these as decimal text; "" where unknown.
 *
 * @param eci E-UTRAN cell identity, 28 bits
 * @param enodebId the eNodeB's part of it
 * @param cellId the cell's part of it
 * @param tac tracking area code
 * @param plmn the network
 * @param at when
 */
public record LastSeen(String eci, String enodebId, String cellId, String tac, Optional<Plmn> plmn, Instant at) {}
