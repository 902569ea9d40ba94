// SPDX-License-Identifier: AGPL-3.0-or-later
/** Brings any PyHSS database and any older jHSS one to the present schema, under a lock. */
@NullMarked
package org.jhss.store.migration;

import org.jspecify.annotations.NullMarked;
