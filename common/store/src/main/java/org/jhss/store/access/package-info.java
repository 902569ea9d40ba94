// SPDX-License-Identifier: AGPL-3.0-or-later
/** What the REST interface keeps of its clients: tokens, and answers to be given again. */
@NullMarked
package org.jhss.store.access;

import org.jspecify.annotations.NullMarked;
