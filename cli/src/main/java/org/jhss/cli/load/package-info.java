// SPDX-License-Identifier: AGPL-3.0-or-later
/** The load generator's command. */
@NullMarked
package org.jhss.cli.load;

import org.jspecify.annotations.NullMarked;
