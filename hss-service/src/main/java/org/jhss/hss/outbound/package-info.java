// SPDX-License-Identifier: AGPL-3.0-or-later
/** Requests that the HSS originates, from building them to the answer that comes back. */
@NullMarked
package org.jhss.hss.outbound;

import org.jspecify.annotations.NullMarked;
