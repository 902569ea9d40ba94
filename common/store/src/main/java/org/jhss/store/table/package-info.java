// SPDX-License-Identifier: AGPL-3.0-or-later
/** Rows of any table as arrays of values, for provisioning: few prepared statements, no mapping per row. */
@NullMarked
package org.jhss.store.table;

import org.jspecify.annotations.NullMarked;
