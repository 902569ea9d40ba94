// SPDX-License-Identifier: AGPL-3.0-or-later
/** What devices are called, from a list of type allocation codes. */
@NullMarked
package org.jhss.store.device;

import org.jspecify.annotations.NullMarked;
