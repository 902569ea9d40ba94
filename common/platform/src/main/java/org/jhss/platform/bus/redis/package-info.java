// SPDX-License-Identifier: AGPL-3.0-or-later
/** Connections to Redis: standalone, unix socket, Sentinel or Cluster, opened in the background and kept open. */
@NullMarked
package org.jhss.platform.bus.redis;

import org.jspecify.annotations.NullMarked;
