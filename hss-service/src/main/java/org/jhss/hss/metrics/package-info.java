// SPDX-License-Identifier: AGPL-3.0-or-later
/** Counters and timers of hss-service under PyHSS's names and jHSS's own. */
@NullMarked
package org.jhss.hss.metrics;

import org.jspecify.annotations.NullMarked;
