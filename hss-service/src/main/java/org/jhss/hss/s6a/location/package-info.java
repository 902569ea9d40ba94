// SPDX-License-Identifier: AGPL-3.0-or-later
/** Where a subscriber is and in what state, as serving nodes report it (TS 29.272 7.3.110 to 7.3.128). */
@NullMarked
package org.jhss.hss.s6a.location;

import org.jspecify.annotations.NullMarked;
