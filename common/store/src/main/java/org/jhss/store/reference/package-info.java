// SPDX-License-Identifier: AGPL-3.0-or-later
/** What all subscribers share (APNs, rules), as one immutable snapshot. */
@NullMarked
package org.jhss.store.reference;

import org.jspecify.annotations.NullMarked;
