// SPDX-License-Identifier: AGPL-3.0-or-later
/** Operations of the REST interface as data: what is served and what the documents tell come from one list. */
@NullMarked
package org.jhss.api.route;

import org.jspecify.annotations.NullMarked;
