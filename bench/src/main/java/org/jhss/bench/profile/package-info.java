// SPDX-License-Identifier: AGPL-3.0-or-later
/** Where the time of a saturated system goes, by sampling its processes with async-profiler. */
@NullMarked
package org.jhss.bench.profile;

import org.jspecify.annotations.NullMarked;
