// SPDX-License-Identifier: AGPL-3.0-or-later
/** Diameter peers and sockets. */
@NullMarked
package org.jhss.peer;

import org.jspecify.annotations.NullMarked;
