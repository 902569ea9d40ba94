// SPDX-License-Identifier: AGPL-3.0-or-later
/** The database: one {@link org.jhss.store.Store} per process. Knows no Diameter. */
@NullMarked
package org.jhss.store;

import org.jspecify.annotations.NullMarked;
