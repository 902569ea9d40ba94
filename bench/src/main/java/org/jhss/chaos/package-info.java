// SPDX-License-Identifier: AGPL-3.0-or-later
/** The fault suite: what is done to the running system, and the books that are kept of every request meanwhile. */
@NullMarked
package org.jhss.chaos;

import org.jspecify.annotations.NullMarked;
