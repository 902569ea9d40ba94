// SPDX-License-Identifier: AGPL-3.0-or-later
/** What programs written for PyHSS ask, in their words, and what they read of the answers. */
@NullMarked
package org.jhss.api.clients;

import org.jspecify.annotations.NullMarked;
