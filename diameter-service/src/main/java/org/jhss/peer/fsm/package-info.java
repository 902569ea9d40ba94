// SPDX-License-Identifier: AGPL-3.0-or-later
/** The peer state machine of RFC 6733 5.6 and the watchdog of RFC 3539 as tables, without I/O. */
@NullMarked
package org.jhss.peer.fsm;

import org.jspecify.annotations.NullMarked;
