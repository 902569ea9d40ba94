// SPDX-License-Identifier: AGPL-3.0-or-later
/** The request path: one transaction per batch of messages, in plain JDBC. */
@NullMarked
package org.jhss.store.work;

import org.jspecify.annotations.NullMarked;
