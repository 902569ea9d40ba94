// SPDX-License-Identifier: AGPL-3.0-or-later
/** What the commands print, and how: colour on terminals only, plain text elsewhere. */
@NullMarked
package org.jhss.cli.output;

import org.jspecify.annotations.NullMarked;
