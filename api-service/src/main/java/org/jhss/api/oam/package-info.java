// SPDX-License-Identifier: AGPL-3.0-or-later
/** Operation and maintenance: health, peers, who is served, deregistration, rollback. */
@NullMarked
package org.jhss.api.oam;

import org.jspecify.annotations.NullMarked;
