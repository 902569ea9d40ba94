// SPDX-License-Identifier: AGPL-3.0-or-later
/** Short-lived notes that all processes of the HSS share. */
@NullMarked
package org.jhss.platform.bus.notes;

import org.jspecify.annotations.NullMarked;
