// SPDX-License-Identifier: AGPL-3.0-or-later
/** Which Diameter peers are connected to which process, kept in Redis for every process to see. */
@NullMarked
package org.jhss.platform.bus.peers;

import org.jspecify.annotations.NullMarked;
