// SPDX-License-Identifier: AGPL-3.0-or-later
/** What a run of the load generator is to do. */
@NullMarked
package org.jhss.load.plan;

import org.jspecify.annotations.NullMarked;
