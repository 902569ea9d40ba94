// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Starts whole systems as real processes, in a folder and on ports of their own, and kills, stops and weighs them: what the
 * benchmarks and the fault suite stand on.
 */
@NullMarked
package org.jhss.bench.rig;

import org.jspecify.annotations.NullMarked;
