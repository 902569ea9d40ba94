// SPDX-License-Identifier: AGPL-3.0-or-later
/** Peers, pacing and book-keeping of a run. */
@NullMarked
package org.jhss.load.engine;

import org.jspecify.annotations.NullMarked;
