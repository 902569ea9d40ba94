// SPDX-License-Identifier: AGPL-3.0-or-later
/** What all messages of this node have in common. */
@NullMarked
package org.jhss.hss.wire;

import org.jspecify.annotations.NullMarked;
