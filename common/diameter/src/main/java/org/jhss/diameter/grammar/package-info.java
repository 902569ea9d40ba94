// SPDX-License-Identifier: AGPL-3.0-or-later
/** Validation of messages against the command grammars. */
@NullMarked
package org.jhss.diameter.grammar;

import org.jspecify.annotations.NullMarked;
