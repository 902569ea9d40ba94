// SPDX-License-Identifier: AGPL-3.0-or-later
/** Authentication and key agreement. */
@NullMarked
package org.jhss.aka;

import org.jspecify.annotations.NullMarked;
