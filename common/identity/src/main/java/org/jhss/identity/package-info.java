// SPDX-License-Identifier: AGPL-3.0-or-later
/** Subscriber and network identities (TS 23.003). */
@NullMarked
package org.jhss.identity;

import org.jspecify.annotations.NullMarked;
