// SPDX-License-Identifier: AGPL-3.0-or-later
/** Feature negotiation on S6a and S6d (TS 29.272 7.3.9, 7.3.10; TS 29.229 7.2). */
@NullMarked
package org.jhss.hss.s6a.features;

import org.jspecify.annotations.NullMarked;
