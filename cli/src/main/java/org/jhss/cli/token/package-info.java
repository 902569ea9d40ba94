// SPDX-License-Identifier: AGPL-3.0-or-later
/** {@code jhss token}. */
@NullMarked
package org.jhss.cli.token;

import org.jspecify.annotations.NullMarked;
