// SPDX-License-Identifier: AGPL-3.0-or-later
/** Diameter messages bent and broken at random, reproducibly: what a fuzzing peer, a bad stack or a bad line would send. */
@NullMarked
package org.jhss.testkit.mutation;

import org.jspecify.annotations.NullMarked;
