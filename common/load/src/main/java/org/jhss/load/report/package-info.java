// SPDX-License-Identifier: AGPL-3.0-or-later
/** What a run found, as numbers, text and JSON. */
@NullMarked
package org.jhss.load.report;

import org.jspecify.annotations.NullMarked;
