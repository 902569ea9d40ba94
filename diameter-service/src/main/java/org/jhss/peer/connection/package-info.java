// SPDX-License-Identifier: AGPL-3.0-or-later
/** One transport connection to a peer. */
@NullMarked
package org.jhss.peer.connection;

import org.jspecify.annotations.NullMarked;
