// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Procedures of S6a and S6d that the HSS begins (TS 29.272 5.2.1.2, 5.2.2, 5.2.4), as calls of other services.
 */
@NullMarked
package org.jhss.hss.s6a.originated;

import org.jspecify.annotations.NullMarked;
