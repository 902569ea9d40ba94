// SPDX-License-Identifier: AGPL-3.0-or-later
/** Diameter wire codec, dictionaries and grammar. */
@NullMarked
package org.jhss.diameter;

import org.jspecify.annotations.NullMarked;
