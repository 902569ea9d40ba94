// SPDX-License-Identifier: AGPL-3.0-or-later
/** Sessions and policy: what PyHSS serves under /pcrf beyond plain objects. */
@NullMarked
package org.jhss.api.pcrf;

import org.jspecify.annotations.NullMarked;
