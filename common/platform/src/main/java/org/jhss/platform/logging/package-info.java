// SPDX-License-Identifier: AGPL-3.0-or-later
/** Logging to standard output, as text or JSON, with structured fields. */
@NullMarked
package org.jhss.platform.logging;

import org.jspecify.annotations.NullMarked;
