// SPDX-License-Identifier: AGPL-3.0-or-later
/** What diameter-service counts. */
@NullMarked
package org.jhss.peer.metrics;

import org.jspecify.annotations.NullMarked;
