// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The one place that touches jDiameter: a client stack with one connection, whose bytes on the wire are kept.
 *
 * <p>Nothing here uses jHSS's own codec, so that the simulated peers remain an independent judge of what the HSS sends.
 */
@NullMarked
package org.jhss.sim.stack;

import org.jspecify.annotations.NullMarked;
