// SPDX-License-Identifier: AGPL-3.0-or-later
/** What other sites tell of their changes: /geored. */
@NullMarked
package org.jhss.api.geored;

import org.jspecify.annotations.NullMarked;
