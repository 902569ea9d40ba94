// SPDX-License-Identifier: AGPL-3.0-or-later
/** Home Subscriber Server logic. */
@NullMarked
package org.jhss.hss;

import org.jspecify.annotations.NullMarked;
