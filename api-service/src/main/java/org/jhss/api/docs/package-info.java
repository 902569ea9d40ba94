// SPDX-License-Identifier: AGPL-3.0-or-later
/** The documents of the REST interface, written from its operations, and the pages that show them. */
@NullMarked
package org.jhss.api.docs;

import org.jspecify.annotations.NullMarked;
