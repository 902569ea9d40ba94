// SPDX-License-Identifier: AGPL-3.0-or-later
/** Throughput, latency, CPU time and memory of the whole system. */
@NullMarked
package org.jhss.bench.system;

import org.jspecify.annotations.NullMarked;
