// SPDX-License-Identifier: AGPL-3.0-or-later
/** Authentication vectors over REST. */
@NullMarked
package org.jhss.api.vectors;

import org.jspecify.annotations.NullMarked;
