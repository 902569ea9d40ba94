// SPDX-License-Identifier: AGPL-3.0-or-later
/** Benchmarks of the whole system. */
@NullMarked
package org.jhss.bench;

import org.jspecify.annotations.NullMarked;
