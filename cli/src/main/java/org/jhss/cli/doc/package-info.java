// SPDX-License-Identifier: AGPL-3.0-or-later
/** What the command line tells of itself: shell completion and the manual page, from the commands' own descriptions. */
@NullMarked
package org.jhss.cli.doc;

import org.jspecify.annotations.NullMarked;
