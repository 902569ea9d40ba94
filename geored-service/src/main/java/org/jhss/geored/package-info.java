// SPDX-License-Identifier: AGPL-3.0-or-later
/** The service that tells other systems, and other sites, what has changed here. */
@NullMarked
package org.jhss.geored;

import org.jspecify.annotations.NullMarked;
