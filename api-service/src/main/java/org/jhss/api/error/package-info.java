// SPDX-License-Identifier: AGPL-3.0-or-later
/** What goes wrong, as values, and the one place that says it in JSON. */
@NullMarked
package org.jhss.api.error;

import org.jspecify.annotations.NullMarked;
