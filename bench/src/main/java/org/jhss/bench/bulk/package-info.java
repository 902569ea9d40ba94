// SPDX-License-Identifier: AGPL-3.0-or-later
/** Millions of subscribers straight into SQL, in minutes. */
@NullMarked
package org.jhss.bench.bulk;

import org.jspecify.annotations.NullMarked;
