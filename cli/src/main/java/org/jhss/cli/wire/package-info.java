// SPDX-License-Identifier: AGPL-3.0-or-later
/** Showing what simulated peers send and receive. */
@NullMarked
package org.jhss.cli.wire;

import org.jspecify.annotations.NullMarked;
