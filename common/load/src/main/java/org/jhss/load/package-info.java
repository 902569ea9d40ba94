// SPDX-License-Identifier: AGPL-3.0-or-later
/** The load generator. */
@NullMarked
package org.jhss.load;

import org.jspecify.annotations.NullMarked;
