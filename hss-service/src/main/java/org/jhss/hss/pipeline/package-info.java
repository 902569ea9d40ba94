// SPDX-License-Identifier: AGPL-3.0-or-later
/** The way of a batch: decode, prefetch, handle, commit once, answer, acknowledge. */
@NullMarked
package org.jhss.hss.pipeline;

import org.jspecify.annotations.NullMarked;
