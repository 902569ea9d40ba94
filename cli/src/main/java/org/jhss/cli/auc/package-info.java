// SPDX-License-Identifier: AGPL-3.0-or-later
/** What an authentication centre does: operator codes and vectors. */
@NullMarked
package org.jhss.cli.auc;

import org.jspecify.annotations.NullMarked;
