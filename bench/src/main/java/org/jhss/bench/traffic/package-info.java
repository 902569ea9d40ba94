// SPDX-License-Identifier: AGPL-3.0-or-later
/** The load that the measurements put on a rig. */
@NullMarked
package org.jhss.bench.traffic;

import org.jspecify.annotations.NullMarked;
