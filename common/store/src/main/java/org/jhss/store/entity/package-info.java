// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The rows of PyHSS's tables and of jHSS's, for provisioning. A row is its columns and nothing else: public fields, named as the
 * columns are, null for NULL, with PyHSS's defaults for a new row. References are plain ids, as PyHSS's clients give them.
 *
 * <p>Columns that the request path writes (SQN, serving nodes, location) are read but never updated through a row: a provisioner's
 * older copy must not undo them. They have methods of their own in the repositories.
 */
@NullMarked
package org.jhss.store.entity;

import org.jspecify.annotations.NullMarked;
