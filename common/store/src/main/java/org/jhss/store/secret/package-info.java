// SPDX-License-Identifier: AGPL-3.0-or-later
/** Subscriber keys: redacted in memory, encrypted at rest when a key is configured. */
@NullMarked
package org.jhss.store.secret;

import org.jspecify.annotations.NullMarked;
