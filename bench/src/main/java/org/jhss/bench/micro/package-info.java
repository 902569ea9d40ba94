// SPDX-License-Identifier: AGPL-3.0-or-later
/** JMH benchmarks of the pieces: codec, vectors, bus, store. */
@NullMarked
package org.jhss.bench.micro;

import org.jspecify.annotations.NullMarked;
