// SPDX-License-Identifier: AGPL-3.0-or-later
/** Many rows at once, as fast as each database takes them, and the record of what was imported. */
@NullMarked
package org.jhss.store.bulk;

import org.jspecify.annotations.NullMarked;
