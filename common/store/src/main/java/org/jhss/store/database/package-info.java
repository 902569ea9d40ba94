// SPDX-License-Identifier: AGPL-3.0-or-later
/** Connections, pools, dialects and what their failures mean. */
@NullMarked
package org.jhss.store.database;

import org.jspecify.annotations.NullMarked;
