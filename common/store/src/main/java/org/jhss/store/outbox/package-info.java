// SPDX-License-Identifier: AGPL-3.0-or-later
/** What is to be told to other systems over HTTP: written in the transaction of the change, delivered later by another process. */
@NullMarked
package org.jhss.store.outbox;

import org.jspecify.annotations.NullMarked;
