// SPDX-License-Identifier: AGPL-3.0-or-later
/** Simulated peers on the jDiameter client stack. */
@NullMarked
package org.jhss.sim;

import org.jspecify.annotations.NullMarked;
