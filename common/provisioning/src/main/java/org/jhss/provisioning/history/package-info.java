// SPDX-License-Identifier: AGPL-3.0-or-later
/** What was changed by whom: PyHSS's operation log, and beside it what a rollback needs. */
@NullMarked
package org.jhss.provisioning.history;

import org.jspecify.annotations.NullMarked;
