// SPDX-License-Identifier: AGPL-3.0-or-later
/** The jhss command line. */
@NullMarked
package org.jhss.cli;

import org.jspecify.annotations.NullMarked;
