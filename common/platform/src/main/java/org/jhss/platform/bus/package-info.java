// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The bus between the processes: frames of messages on Redis Streams with consumer groups, at least once, bounded by
 * back-pressure. Every key is made by {@link org.jhss.platform.bus.BusKeys}; every connection has one role.
 */
@NullMarked
package org.jhss.platform.bus;

import org.jspecify.annotations.NullMarked;
