// SPDX-License-Identifier: AGPL-3.0-or-later
/** The base protocol's own messages: capabilities exchange, watchdog, disconnect and error answers (RFC 6733 5 and 7). */
@NullMarked
package org.jhss.peer.base;

import org.jspecify.annotations.NullMarked;
