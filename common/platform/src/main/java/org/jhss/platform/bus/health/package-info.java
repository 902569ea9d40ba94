// SPDX-License-Identifier: AGPL-3.0-or-later
/** What each process says of its health, kept in Redis for every process to see. */
@NullMarked
package org.jhss.platform.bus.health;

import org.jspecify.annotations.NullMarked;
