// SPDX-License-Identifier: AGPL-3.0-or-later
/** What comes from the bus for our connections. */
@NullMarked
package org.jhss.peer.relay;

import org.jspecify.annotations.NullMarked;
