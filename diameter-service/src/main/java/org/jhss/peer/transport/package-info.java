// SPDX-License-Identifier: AGPL-3.0-or-later
/** Sockets: listening and connecting over TCP and TLS. */
@NullMarked
package org.jhss.peer.transport;

import org.jspecify.annotations.NullMarked;
