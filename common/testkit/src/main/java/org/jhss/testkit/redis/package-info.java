// SPDX-License-Identifier: AGPL-3.0-or-later
/** Real Redis servers for tests. */
@NullMarked
package org.jhss.testkit.redis;

import org.jspecify.annotations.NullMarked;
