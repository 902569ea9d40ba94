// SPDX-License-Identifier: AGPL-3.0-or-later
/** Load on the REST interface. */
@NullMarked
package org.jhss.bench.api;

import org.jspecify.annotations.NullMarked;
