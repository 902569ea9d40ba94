// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Simulated peers for operators, tests and the demo: an MME and an SGSN that speak S6a/S6d and S13/S13' (TS 29.272).
 *
 * <p>They encode and decode with jDiameter ({@link org.jhss.sim.stack}), never with jHSS's own codec.
 */
@NullMarked
package org.jhss.sim;

import org.jspecify.annotations.NullMarked;
