// SPDX-License-Identifier: AGPL-3.0-or-later
/** How fast subscribers are imported and exported. */
@NullMarked
package org.jhss.bench.imports;

import org.jspecify.annotations.NullMarked;
