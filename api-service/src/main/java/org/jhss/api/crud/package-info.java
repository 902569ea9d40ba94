// SPDX-License-Identifier: AGPL-3.0-or-later
/** PyHSS's paths for creating, reading, changing, deleting and listing objects. */
@NullMarked
package org.jhss.api.crud;

import org.jspecify.annotations.NullMarked;
