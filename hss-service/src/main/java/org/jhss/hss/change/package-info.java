// SPDX-License-Identifier: AGPL-3.0-or-later
/** Carries changes of what is provisioned to the nodes that serve subscribers, and keeps what they answered. */
@NullMarked
package org.jhss.hss.change;

import org.jspecify.annotations.NullMarked;
