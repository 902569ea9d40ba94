// SPDX-License-Identifier: AGPL-3.0-or-later
/** Simulated peers on the command line. */
@NullMarked
package org.jhss.cli.sim;

import org.jspecify.annotations.NullMarked;
