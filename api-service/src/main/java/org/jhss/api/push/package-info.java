// SPDX-License-Identifier: AGPL-3.0-or-later
/** Requests to named peers: /push. */
@NullMarked
package org.jhss.api.push;

import org.jspecify.annotations.NullMarked;
