// SPDX-License-Identifier: AGPL-3.0-or-later
/** Copies of the whole database, and the way back. */
@NullMarked
package org.jhss.cli.backup;

import org.jspecify.annotations.NullMarked;
