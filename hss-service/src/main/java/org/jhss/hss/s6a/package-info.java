// SPDX-License-Identifier: AGPL-3.0-or-later
/** S6a and S6d (TS 29.272): the commands of MMEs and SGSNs, and those that the HSS sends them. */
@NullMarked
package org.jhss.hss.s6a;

import org.jspecify.annotations.NullMarked;
