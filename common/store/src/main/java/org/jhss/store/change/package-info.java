// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Changes that serving nodes must hear of: written in the transaction of the change, carried out later by the hss service, and what
 * became of them.
 */
@NullMarked
package org.jhss.store.change;

import org.jspecify.annotations.NullMarked;
