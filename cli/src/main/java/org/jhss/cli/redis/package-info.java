// SPDX-License-Identifier: AGPL-3.0-or-later
/** The embedded Redis, for those who have none. */
@NullMarked
package org.jhss.cli.redis;

import org.jspecify.annotations.NullMarked;
