// SPDX-License-Identifier: AGPL-3.0-or-later
/** Diameter dictionaries: applications, commands, AVPs and grammars, read from the tables in the resources. */
@NullMarked
package org.jhss.diameter.dictionary;

import org.jspecify.annotations.NullMarked;
