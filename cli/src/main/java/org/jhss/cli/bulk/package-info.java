// SPDX-License-Identifier: AGPL-3.0-or-later
/** Import and export of subscribers. */
@NullMarked
package org.jhss.cli.bulk;

import org.jspecify.annotations.NullMarked;
