// SPDX-License-Identifier: AGPL-3.0-or-later
/** The HSS behind relay agents that are not ours. */
@NullMarked
package org.jhss.hss.relay;

import org.jspecify.annotations.NullMarked;
