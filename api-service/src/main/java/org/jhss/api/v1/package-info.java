// SPDX-License-Identifier: AGPL-3.0-or-later
/** jHSS's own interface, for what PyHSS has no form: filters, entity tags, idempotency, typed history, tokens. */
@NullMarked
package org.jhss.api.v1;

import org.jspecify.annotations.NullMarked;
