// SPDX-License-Identifier: AGPL-3.0-or-later
/** Adding, showing, listing, editing and deleting objects, and what was done to them. */
@NullMarked
package org.jhss.cli.object;

import org.jspecify.annotations.NullMarked;
