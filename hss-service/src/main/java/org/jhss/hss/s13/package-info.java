// SPDX-License-Identifier: AGPL-3.0-or-later
/** S13 and S13' (TS 29.272 6): the equipment identity register. */
@NullMarked
package org.jhss.hss.s13;

import org.jspecify.annotations.NullMarked;
