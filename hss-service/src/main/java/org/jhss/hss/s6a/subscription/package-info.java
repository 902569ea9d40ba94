// SPDX-License-Identifier: AGPL-3.0-or-later
/** The Subscription-Data AVP (TS 29.272 7.3.2), a class per part. */
@NullMarked
package org.jhss.hss.s6a.subscription;

import org.jspecify.annotations.NullMarked;
