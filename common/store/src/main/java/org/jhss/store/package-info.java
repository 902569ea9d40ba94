// SPDX-License-Identifier: AGPL-3.0-or-later
/** Entities, repositories and migrations. */
@NullMarked
package org.jhss.store;

import org.jspecify.annotations.NullMarked;
